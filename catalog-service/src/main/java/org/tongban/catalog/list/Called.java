package org.tongban.catalog.list;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.document.Reading;
import org.tongban.catalog.guide.Because;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Need;

/**
 * One guide's line that the answers call.
 *
 * @param materials the material; several where the source tore one phrase into pieces
 * @param reading which papers it means; null where nobody has read it
 */
record Called(
        String item, List<Material> materials, @Nullable Reading reading, Because because) {
    /** An order that no request changes. */
    static final Comparator<Called> FIXED_ORDER =
            Comparator.comparing(Called::item).thenComparing(Called::no);

    Called {
        materials = List.copyOf(materials);
    }

    /** Two pieces of one torn line put together again. */
    Called with(Called piece) {
        return new Called(
                item,
                Stream.concat(materials.stream(), piece.materials.stream()).toList(),
                reading,
                because.and(piece.because));
    }

    int no() {
        return materials.get(0).no();
    }

    /** The wording; pieces are joined as the source's list split them, at 、 or before 或. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (Material material : materials) {
            if (!name.isEmpty() && !material.name().startsWith("或")) {
                name.append('、');
            }
            name.append(material.name());
        }
        return name.toString();
    }

    Need need() {
        return materials.stream()
                .map(Material::need)
                .max(Comparator.naturalOrder())
                .orElse(Need.REQUIRED);
    }

    List<String> alternatives() {
        return materials.stream()
                .flatMap(material -> material.alternatives().stream())
                .distinct()
                .toList();
    }

    @Nullable
    Integer most(Function<Material, @Nullable Integer> count) {
        return materials.stream()
                .map(count)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The first piece's word on something it may state. */
    @Nullable
    String stated(Function<Material, @Nullable String> what) {
        return materials.stream().map(what).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
