package org.tongban.catalog.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** List bodies of real drafts. */
final class SampleLists {
    static final Instant ISSUED_AT = Instant.parse("2026-11-22T02:11:09Z");

    private SampleLists() {}

    static ListBody body(Wish wish) {
        return ListBody.of(
                "L-511602-20261122-7KQ2M9XT", ISSUED_AT, LocalDate.parse("2027-02-20"), "广安区", Wishes.draft(wish));
    }

    static IssuedList issued(Wish wish, ListKeys keys) {
        return IssuedList.sign(
                body(wish), wish.items() == null ? List.of() : wish.items(), keys.signing(ISSUED_AT), 30);
    }
}
