package org.tongban.tracking.proof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.json.Json;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Timeline;
import tools.jackson.databind.JsonNode;

/**
 * A timeline that can be checked without asking us: the chain, and for its owner the facts under it.
 *
 * @param formula how it is checked, in words; each entry says which of the two formulas it is of
 * @param head the hash of the last entry
 */
record Proof(
        TrackingCode code,
        String formula,
        List<ProvenEntry> entries,
        @Nullable String head) {
    private static final String FORMULA =
            "by each entry's formula: 2: hash = SHA-256 over RFC 8785 of {formula, code, no,"
                    + " source, sourceSequence, at, recordedAt, type, caseNo, previous, factsDigest}, code as in this proof;"
                    + " 1 (older entries): the same without code; factsDigest = SHA-256(salt || RFC 8785 of facts);"
                    + " salt in base64url; digests in lower-case hex; previous of entry 1 is null";

    /** @param salt and facts are the owner's alone, else null */
    record ProvenEntry(
            int formula,
            int no,
            String source,
            long sourceSequence,
            Instant at,
            Instant recordedAt,
            String type,
            @Nullable Integer caseNo,
            @Nullable String previous,
            String factsDigest,
            String hash,
            @Nullable String salt,
            @Nullable JsonNode facts) {
        static ProvenEntry of(Entry entry, boolean withFacts) {
            return new ProvenEntry(
                    entry.formula(),
                    entry.no(),
                    entry.source(),
                    entry.sourceSequence(),
                    entry.at(),
                    entry.recordedAt(),
                    entry.type(),
                    entry.caseNo(),
                    entry.previous(),
                    entry.factsDigest(),
                    entry.hash(),
                    withFacts ? entry.salt() : null,
                    withFacts ? Json.lenient().readTree(entry.facts()) : null);
        }
    }

    static Proof of(Timeline timeline, boolean withFacts) {
        Entry head = timeline.head();
        return new Proof(
                new TrackingCode(timeline.code()),
                FORMULA,
                timeline.entries().stream()
                        .map(entry -> ProvenEntry.of(entry, withFacts))
                        .toList(),
                head == null ? null : head.hash());
    }
}
