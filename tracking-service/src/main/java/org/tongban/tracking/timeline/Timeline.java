package org.tongban.tracking.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.time.LegalZone;

/**
 * The record of one code: what happened, in the order of recording, and how the matter stands.
 *
 * @param code the tracking code without hyphens
 * @param shellSince since when it waits for its submission: a scan, or a notification, came first; else null
 * @param standing follows from the entries
 * @param lightsDue the day on which a light is to be told anew, which the clock looks for
 * @param entries only ever grow
 */
public record Timeline(
        String code,
        @Nullable Instant shellSince,
        Standing standing,
        @Nullable LocalDate lightsDue,
        List<Entry> entries) {
    public Timeline {
        entries = entries == null ? List.of() : List.copyOf(entries);
    }

    public static Timeline shell(String code) {
        return new Timeline(code, null, Standing.UNKNOWN, null, List.of());
    }

    public boolean isShell() {
        return standing.submittedAt() == null;
    }

    public @Nullable Entry head() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    public boolean holds(String source, long sequence) {
        return entries.stream().anyMatch(entry -> entry.isOf(source, sequence));
    }

    /** The highest number of that teller on this timeline, 0 for none. */
    public long lastOf(String source) {
        return entries.stream()
                .filter(entry -> entry.source().equals(source))
                .mapToLong(Entry::sourceSequence)
                .max()
                .orElse(0);
    }

    Timeline append(Occurrence occurrence, Instant now, String salt) {
        return with(Entry.sealed(occurrence, head(), now, salt));
    }

    /** Takes an entry of the log as it is. */
    Timeline with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        return new Timeline(code, shellSince, standing, lightsDue, more);
    }

    Timeline standing(Standing next, Instant now) {
        return new Timeline(
                code,
                next.submittedAt() == null && !entries.isEmpty()
                        ? entries.get(0).recordedAt()
                        : null,
                next,
                next.lightsDue(LegalZone.dateOf(now)),
                entries);
    }
}
