package org.tongban.tracking.timeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.time.Instants;

/**
 * A line of a timeline, sealed into the chain: its hash covers the one before it and, by their digest, its facts.
 *
 * @param formula how the hash is taken: 2 covers the code as well, 1 is that of entries from before it
 * @param no its number, in the order of recording, from 1
 * @param source who told it, {@code /application}
 * @param sourceSequence the teller's number for this code
 * @param at when it happened
 * @param recordedAt when it came onto the timeline
 * @param caseNo which case it is about, null for the whole
 * @param salt 16 random bytes in base64url, so that nobody finds the facts by trying
 * @param facts what was told, canonical JSON, byte for byte as it is digested
 * @param factsDigest SHA-256 over salt and facts, hex
 * @param previous the hash of the entry before, null for the first
 * @param hash SHA-256 over the canonical form of the entry without salt and facts, by formula 2 with the code, hex
 */
public record Entry(
        int formula,
        int no,
        String source,
        long sourceSequence,
        Instant at,
        Instant recordedAt,
        String type,
        @Nullable Integer caseNo,
        String salt,
        String facts,
        String factsDigest,
        @Nullable String previous,
        String hash) {
    private static final int WITHOUT_CODE = 1;
    private static final int WITH_CODE = 2;

    /** Seals an occurrence of that code as the next entry after {@code previous}, which is null for the first one. */
    static Entry sealed(
            TrackingCode code, Occurrence occurrence, @Nullable Entry previous, Instant recordedAt, String salt) {
        return sealed(WITH_CODE, code, occurrence, previous, recordedAt, salt);
    }

    private static Entry sealed(
            int formula,
            TrackingCode code,
            Occurrence occurrence,
            @Nullable Entry previous,
            Instant recordedAt,
            String salt) {
        return of(
                formula,
                code,
                previous == null ? 1 : previous.no + 1,
                occurrence,
                recordedAt,
                salt,
                digest(salt, occurrence.facts()),
                previous == null ? null : previous.hash);
    }

    private static Entry of(
            int formula,
            TrackingCode code,
            int no,
            Occurrence it,
            Instant recordedAt,
            String salt,
            String factsDigest,
            @Nullable String previous) {
        Map<String, @Nullable Object> hashed = new LinkedHashMap<>();
        hashed.put("formula", formula);
        if (formula == WITH_CODE) {
            hashed.put("code", code.display());
        }
        hashed.put("no", no);
        hashed.put("source", it.source());
        hashed.put("sourceSequence", it.sourceSequence());
        hashed.put("at", Instants.text(it.at()));
        hashed.put("recordedAt", Instants.text(recordedAt));
        hashed.put("type", it.type());
        hashed.put("caseNo", it.caseNo());
        hashed.put("previous", previous);
        hashed.put("factsDigest", factsDigest);
        return new Entry(
                formula,
                no,
                it.source(),
                it.sourceSequence(),
                it.at(),
                recordedAt,
                it.type(),
                it.caseNo(),
                salt,
                it.facts(),
                factsDigest,
                previous,
                CanonicalJson.sha256Hex(hashed));
    }

    /**
     * Whether this is, unchanged, the entry that was sealed for that code after {@code before}. One of formula 1 says
     * nothing of the code itself; it is bound to it as soon as any other entry of the chain is of formula 2.
     */
    public boolean follows(TrackingCode code, @Nullable Entry before) {
        boolean known = formula == WITHOUT_CODE || formula == WITH_CODE;
        return known && equals(sealed(formula, code, occurrence(), before, recordedAt, salt));
    }

    public boolean isOf(String teller, long sequence) {
        return source.equals(teller) && sourceSequence == sequence;
    }

    private Occurrence occurrence() {
        return new Occurrence(source, sourceSequence, type, at, caseNo, facts);
    }

    private static String digest(String salt, String facts) {
        return Sha256.hex(Base64.getUrlDecoder().decode(salt), facts.getBytes(StandardCharsets.UTF_8));
    }
}
