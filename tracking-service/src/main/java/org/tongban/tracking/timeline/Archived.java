package org.tongban.tracking.timeline;

/**
 * What of a timeline stands in its archive: the oldest entries, a whole number of buckets of them.
 *
 * @param entries how many; entry {@code entries + 1} is the first that still stands in the timeline itself
 * @param characters of all their facts together
 */
record Archived(int entries, long characters) {
    static final Archived NOTHING = new Archived(0, 0);
}
