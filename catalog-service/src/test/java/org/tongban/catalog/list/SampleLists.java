package org.tongban.catalog.list;

import java.time.Instant;
import java.time.LocalDate;

/** List bodies of real drafts. */
final class SampleLists {
    static final Instant ISSUED_AT = Instant.parse("2026-11-22T02:11:09Z");

    private SampleLists() {}

    static ListBody body(Wish wish) {
        return ListBody.of(
                "L-511602-20261122-7KQ2M9XT", ISSUED_AT, LocalDate.parse("2027-02-20"), "广安区", Wishes.draft(wish));
    }
}
