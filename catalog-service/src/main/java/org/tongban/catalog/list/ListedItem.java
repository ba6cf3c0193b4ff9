package org.tongban.catalog.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.document.Paper;
import org.tongban.catalog.item.Attendance;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.LegalBasis;
import org.tongban.catalog.item.Limits;
import org.tongban.catalog.item.NamedCode;
import org.tongban.catalog.item.Place;
import org.tongban.catalog.item.Procedure;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.reference.Reference;

/**
 * One item as the list shows it; what its guide does not state is null.
 *
 * @param version the published version the list rests on
 * @param place whose guide it is; null for a national one
 * @param kind GB/T 39046 table A.1
 * @param after the items of this list it waits for
 * @param answers those to the questions it asks
 * @param resultKinds the documents its result is, only the narrowest of each
 * @param visits how often one has to come for it
 * @param online whether one can apply online; null where the guide names no channel
 * @param attendance the channels, and a local guide's own place
 * @param specialProcedures those whose time is no part of the limit: for them a clock may be stopped; absent without any
 */
record ListedItem(
        String item,
        int version,
        String name,
        String department,
        @Nullable Place place,
        @Nullable NamedCode kind,
        @Nullable String caseType,
        List<String> after,
        Map<String, Object> answers,
        Limits limits,
        @Nullable Fee fee,
        @Nullable String result,
        List<Paper> resultKinds,
        List<LegalBasis> basis,
        List<WindowAt> windows,
        @Nullable Integer visits,
        @Nullable Boolean online,
        Attendance attendance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Uncounted> specialProcedures) {

    /** A window that takes this item. */
    record WindowAt(String hall, String window) {}

    /**
     * A special procedure whose time is not counted.
     *
     * @param n how long it takes; null where the guide does not say
     */
    record Uncounted(
            String name, @Nullable BigDecimal n, @Nullable String unit) {
        static List<Uncounted> of(Item item) {
            return item.procedures().stream()
                    .filter(Procedure::mayStopTheClock)
                    .map(each -> new Uncounted(each.name(), each.n(), each.unit()))
                    .toList();
        }
    }

    static ListedItem of(
            PublishedItem published,
            List<String> after,
            Map<String, Object> answers,
            List<Paper> resultKinds,
            String division,
            Reference reference) {
        Item item = published.item();
        return new ListedItem(
                item.id(),
                published.version(),
                item.name(),
                item.department(),
                item.national() ? null : item.division(),
                item.kind(),
                item.caseType(),
                after,
                answers,
                item.limits(),
                item.fee(),
                item.result(),
                resultKinds,
                item.basis(),
                windows(item.department(), division, reference),
                item.visits(),
                item.attendance().online(),
                item.attendance(),
                Uncounted.of(item));
    }

    private static List<WindowAt> windows(String department, String division, Reference reference) {
        return reference.halls().stream()
                .filter(hall -> hall.isIn(division))
                .flatMap(hall -> hall.windowsOf(department).stream()
                        .map(window -> new WindowAt(String.valueOf(hall.id()), window.id())))
                .toList();
    }
}
