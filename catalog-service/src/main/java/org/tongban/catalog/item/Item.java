package org.tongban.catalog.item;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.security.Divisions;

/**
 * A service item's guide, read from its gsi-1 form; what the guide does not state is null or empty.
 *
 * @param id {@code mr-food-operation-new}
 * @param national good everywhere; else only in its division and below
 * @param overrides the id of the guide whose place it takes in its division, where it names one
 * @param handlingCode 业务办理项编码, 14 or 33 characters
 * @param applicants the types served, GB/T 39046 table A.4
 * @param caseType 即办件, 承诺件 or 其他
 * @param result the name of what the applicant gets
 * @param modes the limits by how it is handled; null where there is one way
 * @param procedures its special procedures
 * @param visits how often one has to come
 * @param attendance how and where one applies
 */
public record Item(
        String id,
        String name,
        String department,
        boolean national,
        @Nullable Place division,
        @Nullable String overrides,
        @Nullable String handlingCode,
        @Nullable NamedCode kind,
        List<String> applicants,
        @Nullable String caseType,
        List<LegalBasis> basis,
        List<Situation> situations,
        List<Material> materials,
        Limits limits,
        @Nullable Modes modes,
        List<Procedure> procedures,
        @Nullable Fee fee,
        @Nullable String result,
        @Nullable Integer visits,
        Attendance attendance) {
    public static final String IMMEDIATE = "即办件";

    public Item {
        applicants = List.copyOf(applicants);
        basis = List.copyOf(basis);
        situations = List.copyOf(situations);
        materials = List.copyOf(materials);
        procedures = List.copyOf(procedures);
    }

    /** This guide as it is for one kind of applicant in one place: what can never count there is left out. */
    public Item narrowed(String applicant, String divisionCode) {
        return with(
                kept(situations, Situation::when, applicant, divisionCode),
                kept(materials, Material::when, applicant, divisionCode),
                limits,
                modes,
                kept(procedures, Procedure::when, applicant, divisionCode),
                fee == null ? null : fee.with(kept(fee.items(), Fee.Line::when, applicant, divisionCode)));
    }

    /** This guide with the limits, the special procedures and the fee of one situation. */
    public Item settled(Limits chosen, List<Procedure> called, @Nullable Fee charged) {
        return with(situations, materials, chosen, null, called, charged);
    }

    private Item with(
            List<Situation> asked,
            List<Material> lines,
            Limits time,
            @Nullable Modes ways,
            List<Procedure> special,
            @Nullable Fee cost) {
        return new Item(
                id,
                name,
                department,
                national,
                division,
                overrides,
                handlingCode,
                kind,
                applicants,
                caseType,
                basis,
                asked,
                lines,
                time,
                ways,
                special,
                cost,
                result,
                visits,
                attendance);
    }

    private static <T> List<T> kept(List<T> all, Function<T, Condition> when, String applicant, String divisionCode) {
        return all.stream()
                .filter(each -> when.apply(each).canHoldFor(applicant, divisionCode))
                .toList();
    }

    /** Whether it is decided while one waits: in whatever mode, all that it promises is at once, or it is a 即办件. */
    public boolean isOnTheSpot() {
        List<Limit> promises = Stream.concat(
                        Stream.of(limits), modes == null ? Stream.empty() : modes.limits().values().stream())
                .map(Limits::promised)
                .filter(Objects::nonNull)
                .toList();
        return promises.isEmpty()
                ? IMMEDIATE.equals(caseType)
                : promises.stream().allMatch(promise -> promise.isAtOnce() && promise.otherwise() == null);
    }

    public boolean isGoodIn(String divisionCode) {
        return national
                || (division != null && division.code() != null && Divisions.holds(division.code(), divisionCode));
    }

    public boolean serves(String applicant) {
        return applicants.contains(applicant);
    }
}
