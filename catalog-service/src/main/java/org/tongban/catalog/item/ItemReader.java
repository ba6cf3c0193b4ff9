package org.tongban.catalog.item;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Money;
import tools.jackson.databind.JsonNode;

/**
 * Reads the gsi-1 form. What is dirty there is left out here and stays in the stored form; telling it is the import's
 * job.
 */
public final class ItemReader {
    private ItemReader() {}

    /**
     * Reads one item.
     *
     * @param gsi an object with at least id, name, department and scope
     */
    public static Item read(JsonNode gsi) {
        Fields item = new Fields(gsi);
        List<Situation> situations = situations(item);
        Limits limits = item.object("limits").map(LimitReader::limits).orElse(Limits.NOT_STATED);
        return new Item(
                item.text("id", ""),
                item.text("name", ""),
                item.text("department", ""),
                "national".equals(item.text("scope")),
                item.object("division").map(ItemReader::place).orElse(null),
                item.text("overrides"),
                item.object("codes")
                        .map(codes -> codes.text("businessItemCode"))
                        .orElse(null),
                item.object("kind").flatMap(ItemReader::kind).orElse(null),
                item.texts("applicants"),
                item.object("caseType").map(type -> type.text("name")).orElse(null),
                item.objects("legalBasis", ItemReader::basis),
                situations,
                item.objects("materials", ItemReader::material),
                limits,
                item.object("limits")
                        .flatMap(stated -> LimitReader.modes(stated, limits, situations))
                        .orElse(null),
                item.objects("specialProcedures", each -> Optional.of(procedure(each))),
                item.object("fee").flatMap(ItemReader::fee).orElse(null),
                item.object("result").map(result -> result.text("name")).orElse(null),
                item.whole("visits"),
                Attendance.read(item));
    }

    private static Place place(Fields division) {
        return new Place(division.text("code"), division.text("name", ""));
    }

    private static Optional<NamedCode> kind(Fields kind) {
        String code = kind.text("code");
        return code == null ? Optional.empty() : Optional.of(new NamedCode(code, kind.text("name", code)));
    }

    private static Optional<LegalBasis> basis(Fields basis) {
        String law = basis.text("law");
        return law == null ? Optional.empty() : Optional.of(new LegalBasis(law, basis.text("article")));
    }

    /** Of two questions under one key the first. */
    private static List<Situation> situations(Fields item) {
        Map<String, Situation> byKey = new LinkedHashMap<>();
        item.objects("situations", ItemReader::situation).forEach(each -> byKey.putIfAbsent(each.key(), each));
        return List.copyOf(byKey.values());
    }

    private static Optional<Situation> situation(Fields situation) {
        String key = situation.text("key");
        List<Situation.Option> options = situation.objects("options", ItemReader::option);
        return key == null || options.isEmpty()
                ? Optional.empty()
                : Optional.of(new Situation(
                        key,
                        situation.text("ask", key),
                        situation.flag("multi"),
                        options,
                        ConditionReader.read(situation, "when")));
    }

    private static Optional<Situation.Option> option(Fields option) {
        String value = option.text("value");
        return value == null ? Optional.empty() : Optional.of(new Situation.Option(value, option.text("label", value)));
    }

    /** One material line; empty when it has no number or no name. */
    public static Optional<Material> material(Fields line) {
        Integer no = line.whole("no");
        String name = line.text("name");
        if (no == null || name == null) {
            return Optional.empty();
        }
        Integer originals = line.whole("original");
        Integer copies = line.whole("copies");
        boolean stated = originals != null || copies != null;
        return Optional.of(new Material(
                no,
                name,
                Need.of(line.text("need", "")).orElse(Need.REQUIRED),
                ConditionReader.read(line, "when"),
                stated && originals == null ? Integer.valueOf(0) : originals,
                stated && copies == null ? Integer.valueOf(0) : copies,
                line.whole("originalMax"),
                line.whole("copiesMax"),
                line.texts("alternatives"),
                line.texts("medium"),
                line.text("origin"),
                line.text("issuer"),
                line.text("note")));
    }

    private static Procedure procedure(Fields procedure) {
        JsonNode counts = procedure.node().get("countsInLimit");
        return new Procedure(
                procedure.text("name", ""),
                ConditionReader.read(procedure, "when"),
                procedure.number("n"),
                procedure.text("unit"),
                counts != null && counts.isBoolean() && !counts.booleanValue());
    }

    private static Optional<Fee> fee(Fields fee) {
        JsonNode charged = fee.node().get("charged");
        if (charged == null || !charged.isBoolean()) {
            return Optional.empty();
        }
        List<Fee.Line> lines = new ArrayList<>(fee.objects(
                "items",
                line -> Optional.of(new Fee.Line(
                        line.text("name", ""),
                        money(line),
                        line.text("unit"),
                        line.text("basis"),
                        ConditionReader.read(line, "when")))));
        return Optional.of(new Fee(charged.booleanValue(), lines, fee.text("payer"), fee.text("note")));
    }

    private static @Nullable Money money(Fields line) {
        BigDecimal yuan = line.number("amount");
        boolean isMoney =
                yuan != null && yuan.signum() >= 0 && yuan.stripTrailingZeros().scale() <= 2;
        return isMoney && yuan != null && yuan.precision() - yuan.scale() <= 15 ? Money.cny(yuan) : null;
    }
}
