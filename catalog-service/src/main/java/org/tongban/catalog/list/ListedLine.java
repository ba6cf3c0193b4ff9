package org.tongban.catalog.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Paper;
import org.tongban.catalog.document.Reading;
import org.tongban.catalog.item.Material;

/**
 * One line as the list shows it.
 *
 * @param no from 1; absent in an inquiry
 * @param originals how many are asked for
 * @param originalsMax how many may be asked for at most
 * @param kinds AND of ORs; null where nobody has read the guide's line, which then takes any document
 * @param why {@code "always"}, or by item {@code "always"} or the answers that called the line
 * @param satisfiedBy the item of this list whose result it is
 * @param medium 纸质, 电子; empty where the guides do not say
 * @param notes what the guides say beside it
 */
record ListedLine(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer no,
        String name,
        String need,
        @Nullable Integer originals,
        @Nullable Integer copies,
        @Nullable Integer originalsMax,
        @Nullable Integer copiesMax,
        List<String> alternatives,
        @Nullable List<List<Wanted>> kinds,
        @JsonProperty("for") List<Source> sources,
        Object why,
        @Nullable String satisfiedBy,
        List<String> medium,
        @Nullable String origin,
        @Nullable String issuer,
        List<String> notes) {
    private static final String ALWAYS = "always";

    /** A paper that will do, with all the kinds that do in its place. */
    record Wanted(String kind, String holder, List<String> accepts) {}

    /** The guide's line that asks for it. */
    record Source(String item, int material) {}

    static ListedLine of(@Nullable Integer no, Draft.Line line, DocumentKinds kinds) {
        Requirement requirement = line.requirement();
        Called narrowest = requirement.narrowest();
        List<Material> materials = requirement.parts().stream()
                .flatMap(part -> part.materials().stream())
                .toList();
        return new ListedLine(
                no,
                narrowest.name(),
                requirement.need().label(),
                requirement.most(Material::originals),
                requirement.most(Material::copies),
                requirement.most(Material::originalsAtMost),
                requirement.most(Material::copiesAtMost),
                narrowest.alternatives(),
                narrowest.reading() == null ? null : wanted(narrowest.reading(), kinds),
                requirement.parts().stream().flatMap(ListedLine::sources).toList(),
                why(requirement),
                line.satisfiedBy(),
                materials.stream()
                        .flatMap(material -> material.medium().stream())
                        .distinct()
                        .toList(),
                narrowest.stated(Material::origin),
                narrowest.stated(Material::issuer),
                materials.stream()
                        .flatMap(material -> Optional.ofNullable(material.note()).stream())
                        .distinct()
                        .toList());
    }

    private static Stream<Source> sources(Called part) {
        return part.materials().stream().map(material -> new Source(part.item(), material.no()));
    }

    private static List<List<Wanted>> wanted(Reading reading, DocumentKinds kinds) {
        return reading.all().stream()
                .map(group -> group.stream().map(paper -> wanted(paper, kinds)).toList())
                .toList();
    }

    private static Wanted wanted(Paper paper, DocumentKinds kinds) {
        return new Wanted(paper.kind(), paper.holder(), kinds.accepts(paper.kind()));
    }

    private static Object why(Requirement requirement) {
        Map<String, Object> byItem = new LinkedHashMap<>();
        requirement
                .because()
                .forEach((item, because) -> byItem.put(item, because.isAlways() ? ALWAYS : because.answers()));
        return byItem.values().stream().allMatch(ALWAYS::equals) ? ALWAYS : byItem;
    }
}
