package org.tongban.catalog.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.security.Divisions;

/**
 * A service item's guide, read from its gsi-1 form; what the guide does not state is null or empty.
 *
 * @param id {@code mr-food-operation-new}
 * @param national good everywhere; else only in its division and below
 * @param applicants the types served, GB/T 39046 table A.4
 * @param caseType 即办件, 承诺件 or 其他
 * @param result the name of what the applicant gets
 * @param visits how often one has to come
 * @param codes as the guide gives them
 * @param attendance how and where one applies
 */
public record Item(
        String id,
        String name,
        String department,
        boolean national,
        @Nullable Place division,
        @Nullable NamedCode kind,
        List<String> applicants,
        @Nullable String caseType,
        List<LegalBasis> basis,
        List<Situation> situations,
        List<Material> materials,
        Limits limits,
        @Nullable Fee fee,
        @Nullable String result,
        @Nullable Integer visits,
        ItemCodes codes,
        Attendance attendance) {
    public Item {
        applicants = List.copyOf(applicants);
        basis = List.copyOf(basis);
        situations = List.copyOf(situations);
        materials = List.copyOf(materials);
    }

    public boolean isGoodIn(String divisionCode) {
        return national
                || (division != null && division.code() != null && Divisions.holds(division.code(), divisionCode));
    }

    public boolean serves(String applicant) {
        return applicants.contains(applicant);
    }
}
