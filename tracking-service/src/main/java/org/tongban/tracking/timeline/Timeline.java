package org.tongban.tracking.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.time.LegalZone;

/**
 * The record of one code: what happened, in the order of recording, and how the matter stands.
 *
 * @param code the tracking code without hyphens
 * @param shellSince since when it waits for its submission: a scan, or a notification, came first; else null
 * @param standing follows from the entries
 * @param lightsDue the day on which a light is to be told anew, which the clock looks for
 * @param archived the entries that stand in the archive, before {@code entries}
 * @param numbers by source, the numbers of its that are on the timeline, archived or not
 * @param entries the newest ones, at least one once there is any
 */
public record Timeline(
        String code,
        @Nullable Instant shellSince,
        Standing standing,
        @Nullable LocalDate lightsDue,
        Archived archived,
        Map<String, SourceNumbers> numbers,
        List<Entry> entries) {
    public Timeline {
        archived = archived == null ? Archived.NOTHING : archived;
        entries = entries == null ? List.of() : List.copyOf(entries);
        // what was stored before there was an archive has them in its entries alone
        numbers = numbers == null || numbers.isEmpty() ? numbersOf(entries) : Map.copyOf(numbers);
    }

    public static Timeline shell(String code) {
        return new Timeline(code, null, Standing.UNKNOWN, null, Archived.NOTHING, Map.of(), List.of());
    }

    public boolean isShell() {
        return standing.submittedAt() == null;
    }

    public @Nullable Entry head() {
        return entries.isEmpty() ? null : entries.get(entries.size() - 1);
    }

    /** How many entries there are, archived or not. */
    public int count() {
        return archived.entries() + entries.size();
    }

    public boolean isArchivedInPart() {
        return archived.entries() > 0;
    }

    /** The length of all facts together. */
    public long characters() {
        return archived.characters() + charactersOf(entries);
    }

    public boolean holds(String source, long sequence) {
        return of(source).holds(sequence);
    }

    /** The highest number of that teller on this timeline, 0 for none. */
    public long lastOf(String source) {
        return of(source).last();
    }

    private SourceNumbers of(String source) {
        return numbers.getOrDefault(source, SourceNumbers.NONE);
    }

    /** Takes an entry of the log as it is. */
    Timeline with(Entry entry) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(entry);
        Map<String, SourceNumbers> counted = new HashMap<>(numbers);
        counted.put(entry.source(), of(entry.source()).with(entry.sourceSequence()));
        return new Timeline(code, shellSince, standing, lightsDue, archived, counted, more);
    }

    /** The same with these as its entries, none of them archived. */
    Timeline with(List<Entry> all) {
        return new Timeline(code, shellSince, standing, lightsDue, Archived.NOTHING, numbers, all);
    }

    Timeline withoutOldest(int count) {
        List<Entry> gone = entries.subList(0, count);
        return new Timeline(
                code,
                shellSince,
                standing,
                lightsDue,
                new Archived(archived.entries() + count, archived.characters() + charactersOf(gone)),
                numbers,
                entries.subList(count, entries.size()));
    }

    Timeline standing(Standing next, Instant now) {
        return new Timeline(
                code,
                next.submittedAt() == null ? waitingSince() : null,
                next,
                next.lightsDue(LegalZone.dateOf(now)),
                archived,
                numbers,
                entries);
    }

    private @Nullable Instant waitingSince() {
        if (shellSince != null) {
            return shellSince;
        }
        return entries.isEmpty() ? null : entries.get(0).recordedAt();
    }

    private static long charactersOf(List<Entry> entries) {
        return entries.stream().mapToLong(entry -> entry.facts().length()).sum();
    }

    private static Map<String, SourceNumbers> numbersOf(List<Entry> entries) {
        Map<String, SourceNumbers> counted = new HashMap<>();
        entries.forEach(entry -> counted.merge(
                entry.source(),
                SourceNumbers.NONE.with(entry.sourceSequence()),
                (before, one) -> before.with(entry.sourceSequence())));
        return Map.copyOf(counted);
    }
}
