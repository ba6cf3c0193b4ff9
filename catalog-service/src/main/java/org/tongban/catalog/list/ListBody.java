package org.tongban.catalog.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What is signed: the whole list without digest and key id.
 *
 * @param listNo {@code L-511602-20261122-7KQ2M9XT}
 * @param issuedAt whole seconds
 * @param validUntil the last day it may be used, Asia/Shanghai
 * @param answers by question
 * @param items in case order
 * @param toBring required lines that no item of this list issues
 * @param visits null where a guide does not say
 * @param situation the answers in words
 * @param duration from the first acceptance to the last decision
 * @param revises the number of the list it stands for; absent from a first one
 * @param changes what it says otherwise; absent from a first one
 * @param halls where to go: the division's halls with the windows that take these items
 */
record ListBody(
        String listNo,
        Instant issuedAt,
        LocalDate validUntil,
        DivisionName division,
        String applicant,
        @Nullable String bundle,
        Map<String, Object> answers,
        List<ListedItem> items,
        List<ListedLine> lines,
        ListedFees fees,
        long toBring,
        @Nullable Integer visits,
        List<ListedAnswer> situation,
        ListedDuration duration,
        List<ListedHall> halls,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String revises,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Changes changes) {

    /** A division's code and name. */
    record DivisionName(String code, String name) {}

    static ListBody of(String listNo, Instant issuedAt, LocalDate validUntil, String divisionName, Draft draft) {
        Wish wish = draft.wish();
        List<ListedItem> items = draft.items();
        return new ListBody(
                listNo,
                issuedAt,
                validUntil,
                new DivisionName(wish.division(), divisionName),
                wish.applicant(),
                wish.bundle(),
                draft.answers().asGiven(),
                items,
                draft.numberedLines(),
                draft.fees(),
                draft.toBring(),
                draft.visits(),
                draft.situation(),
                ListedDuration.of(items),
                ListedHall.of(draft.reference().halls(), wish.division(), items),
                null,
                null);
    }

    /** The same for a list that no longer fits. */
    ListBody revising(IssuedList old) {
        JsonNode before = Json.mapper().readTree(old.body());
        JsonNode now = Json.mapper().readTree(CanonicalJson.text(this));
        return new ListBody(
                listNo,
                issuedAt,
                validUntil,
                division,
                applicant,
                bundle,
                answers,
                items,
                lines,
                fees,
                toBring,
                visits,
                situation,
                duration,
                halls,
                old.listNo(),
                Changes.between(before, now));
    }
}
