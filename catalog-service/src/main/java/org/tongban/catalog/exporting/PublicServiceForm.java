package org.tongban.catalog.exporting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.item.CatalogItem;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.LegalBasis;
import org.tongban.catalog.item.Limit;
import org.tongban.catalog.item.Limits;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.NamedCode;
import org.tongban.catalog.item.Place;
import org.tongban.catalog.item.Standing;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** An item as a public service of CPSV-AP 3.2 in JSON-LD; what its guide does not state is left out. */
final class PublicServiceForm {
    private static final String CHINESE = "http://publications.europa.eu/resource/authority/language/ZHO";
    private static final String CHINA = "http://publications.europa.eu/resource/authority/country/CHN";
    private static final String YUAN = "http://publications.europa.eu/resource/authority/currency/CNY";
    private static final String STATUS = "http://purl.org/adms/status/";
    private static final String CONCEPT = "skos:Concept";
    private static final String CODES = "urn:gb:39046:";

    private final String base;
    private final Function<String, Optional<Bundle>> bundles;
    private final CatalogItem shown;
    private final Fields fields;
    private final Item item;
    private final String id;

    private PublicServiceForm(String base, Function<String, Optional<Bundle>> bundles, CatalogItem shown) {
        this.base = base;
        this.bundles = bundles;
        this.shown = shown;
        this.fields = new Fields(Json.mapper().readTree(shown.edition().gsi()));
        this.item = ItemReader.read(fields.node());
        this.id = base + "/api/catalog/items/" + shown.id();
    }

    /**
     * Writes it.
     *
     * @param base the public address, {@code https://tongban.example}
     * @param bundles what is known of a bundle by its key; what is not cannot be an event
     */
    static ObjectNode of(String base, Function<String, Optional<Bundle>> bundles, CatalogItem item) {
        return new PublicServiceForm(base, bundles, item).write();
    }

    private ObjectNode write() {
        LinkedData service = LinkedData.document(id, "cpsv:PublicService")
                .plain("dct:identifier", item.id())
                .chinese("dct:title", item.name())
                .chinese("dct:description", description())
                .link("dct:language", "dct:LinguisticSystem", CHINESE)
                .add("cv:hasCompetentAuthority", this::authority)
                .add("dct:spatial", this::place);
        if (shown.standing() != Standing.SUSPENDED) {
            service.link("adms:status", CONCEPT, STATUS + (shown.halt() == null ? "Completed" : "Withdrawn"));
        }
        if (shown.halt() != null) {
            service.chinese(
                    "skos:changeNote", shown.halt().fact(item.id(), item.name()).zh());
        }
        classified(service);
        demanded(service);
        Limit limit = limit();
        if (limit != null) {
            Durations.of(limit).ifPresent(time -> service.typed("cv:processingTime", "xsd:duration", time));
        }
        return service.node();
    }

    private void classified(LinkedData service) {
        concept(service, "cv:isClassifiedBy", "A.1", item.kind());
        fields.object("caseType")
                .ifPresent(type -> concept(
                        service,
                        "cv:isClassifiedBy",
                        "case-type",
                        new NamedCode(type.text("code", ""), type.text("name", ""))));
        item.applicants()
                .forEach(applicant -> service.add(
                        "dct:audience", audience -> audience.type(CONCEPT).chinese("skos:prefLabel", applicant)));
        fields.texts("bundles").stream()
                .flatMap(key -> bundles.apply(key).stream())
                .forEach(bundle -> service.add(
                        "cv:isGroupedBy",
                        event -> event.id(base + "/api/catalog/bundles/" + bundle.key())
                                .type("cv:Event")
                                .plain("dct:identifier", bundle.key())
                                .chinese("dct:title", bundle.name())));
    }

    private void demanded(LinkedData service) {
        item.basis()
                .forEach(basis -> service.add(
                        "cv:hasLegalResource",
                        law -> law.type("eli:LegalResource").chinese("dct:title", law(basis))));
        List<String> conditions = fields.texts("conditions");
        for (int i = 0; i < conditions.size(); i++) {
            String no = "requirement-" + (i + 1);
            String said = conditions.get(i);
            service.add(
                    "cv:holdsRequirement",
                    requirement -> requirement
                            .id(id + "#" + no)
                            .type("cv:Requirement")
                            .plain("dct:identifier", item.id() + "#" + no)
                            .chinese("dct:title", said));
        }
        item.materials().forEach(material -> service.add("cpsv:hasInput", input -> evidence(input, material)));
        fields.texts("channels")
                .forEach(channel -> service.add(
                        "cv:hasChannel",
                        way -> way.type("cv:Channel")
                                .plain("dct:identifier", item.id() + "#" + channel)
                                .chinese("dct:description", channel)));
        String result = item.result();
        if (result != null) {
            service.add(
                    "cpsv:produces",
                    output -> output.id(id + "#output")
                            .type("cv:Output")
                            .plain("dct:identifier", item.id() + "#output")
                            .chinese("dct:title", result));
        }
        costs(service);
    }

    private void evidence(LinkedData input, Material material) {
        input.id(id + "#material-" + material.no())
                .type("cv:Evidence")
                .plain("dct:identifier", item.id() + "#material-" + material.no())
                .chinese("dct:title", material.name())
                .chinese(
                        "dct:description",
                        Stream.of(
                                        material.need().label(),
                                        material.when().isAlways() ? null : "视情形提交",
                                        material.alternatives().isEmpty()
                                                ? null
                                                : "可替代：" + String.join("、", material.alternatives()),
                                        material.note())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("；")));
    }

    private void costs(LinkedData service) {
        Fee fee = item.fee();
        if (fee == null) {
            return;
        }
        if (!fee.charged()) {
            service.add("cv:hasCost", cost -> cost(cost, 0, "0.00").chinese("dct:description", "不收费"));
        }
        for (int i = 0; i < fee.items().size(); i++) {
            Fee.Line line = fee.items().get(i);
            int no = i + 1;
            String amount = line.amount() == null ? null : line.amount().amount();
            service.add(
                    "cv:hasCost",
                    cost -> cost(cost, no, amount)
                            .chinese(
                                    "dct:description",
                                    Stream.of(line.name(), line.unit(), line.basis())
                                            .filter(text -> text != null && !text.isBlank())
                                            .collect(Collectors.joining("；"))));
        }
    }

    private LinkedData cost(LinkedData cost, int no, @Nullable String amount) {
        cost.id(id + "#cost-" + no).type("cv:Cost").plain("dct:identifier", item.id() + "#cost-" + no);
        return amount == null
                ? cost
                : cost.typed("cv:hasValue", "xsd:double", amount).link("cv:currency", CONCEPT, YUAN);
    }

    private void authority(LinkedData authority) {
        authority
                .type("cv:PublicOrganisation")
                .chinese("skos:prefLabel", fields.text("implementingBody", item.department()))
                .add("dct:spatial", this::place);
    }

    private void place(LinkedData where) {
        Place division = item.division();
        where.type("dct:Location");
        if (item.national() || division == null) {
            where.id(CHINA);
            return;
        }
        where.chinese("skos:prefLabel", division.name());
        if (division.code() != null) {
            where.id("urn:gb:2260:" + division.code()).plain("dct:identifier", division.code());
        }
    }

    private static void concept(LinkedData service, String property, String table, @Nullable NamedCode code) {
        if (code != null) {
            service.add(
                    property,
                    concept -> concept.id(CODES + table + ":" + code.code())
                            .type(CONCEPT)
                            .plain("skos:notation", code.code())
                            .chinese("skos:prefLabel", code.name()));
        }
    }

    private String description() {
        Limit limit = limit();
        return item.name() + "，由" + fields.text("implementingBody", item.department()) + "办理。"
                + (limit == null ? "" : "时限：" + limit.n().toPlainString() + limit.unit() + "。");
    }

    /** What is promised, else what the law allows. */
    private @Nullable Limit limit() {
        Limits limits = item.limits();
        return limits.promised() == null ? limits.statutory() : limits.promised();
    }

    private static String law(LegalBasis basis) {
        return basis.article() == null || basis.article().isBlank() ? basis.law() : basis.law() + basis.article();
    }
}
