package org.tongban.catalog.list;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tongban.platform.event.DomainEvent;

/**
 * A list was issued and is frozen.
 *
 * @param validUntil the last day it may be used
 * @param digest {@code sha-256:} over the signed form
 */
record ListIssued(
        String listNo,
        String division,
        String applicant,
        List<Rested> items,
        LocalDate validUntil,
        String digest,
        Instant at)
        implements DomainEvent {

    /** An item version the list rests on. */
    record Rested(String item, int version) {}

    ListIssued {
        items = List.copyOf(items);
    }

    @Override
    public String type() {
        return "catalog.list-issued.v1";
    }
}
