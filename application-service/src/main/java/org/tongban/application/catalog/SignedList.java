package org.tongban.application.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.application.intake.Division;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import org.tongban.platform.time.LegalZone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list that a bag is filled for: what it asks, for which items, frozen when it was issued.
 *
 * @param listNo {@code L-511602-20261122-7KQ2M9XT}
 * @param validUntil the last day it may be used, Asia/Shanghai
 * @param applicant 自然人, 企业法人, …
 * @param answers by question, a text or several
 * @param items in case order
 * @param lines numbered from 1
 * @param digest {@code sha-256:} and 64 lower-case hex digits over its canonical JSON without digest, kid and expired
 */
public record SignedList(
        String listNo,
        Instant issuedAt,
        LocalDate validUntil,
        Division division,
        String applicant,
        Map<String, Object> answers,
        List<Item> items,
        List<Line> lines,
        String digest) {
    private static final String COMMIT = "commit";

    /** Reads a list out of its JSON, whatever else stands in it. */
    public static SignedList read(String json) {
        return Json.lenient().readValue(json, SignedList.class);
    }

    /** Whether this JSON is what its digest was taken over. */
    static boolean isWhole(String json) {
        if (!(Json.lenient().readTree(json) instanceof ObjectNode list)) {
            return false;
        }
        JsonNode digest = list.path("digest");
        list.remove(List.of("digest", "kid", "expired"));
        String taken = "sha-256:" + Sha256.hex(CanonicalJson.bytes(list));
        return digest.isString() && digest.stringValue().equals(taken);
    }

    public Optional<Line> line(String rid) {
        return lines.stream().filter(line -> line.rid().equals(rid)).findFirst();
    }

    /** The first instant at which it may no longer be used. */
    public Instant endsAt() {
        return LegalZone.startOf(validUntil.plusDays(1));
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt());
    }

    /** Whether one of this item's answers has the value {@code commit}: 告知承诺. */
    public boolean isByCommitment(String item) {
        return answers.entrySet().stream()
                .anyMatch(answer -> isCommit(answer.getValue()) && isAskedBy(item, answer.getKey()));
    }

    /**
     * A question's key names its item when two items have it; else a line that the answer called does, and a list of one
     * item needs neither.
     */
    private boolean isAskedBy(String item, String question) {
        return items.size() == 1
                || question.startsWith(item + ".")
                || lines.stream().anyMatch(line -> line.isCalledBy(item, question));
    }

    private static boolean isCommit(Object answer) {
        return COMMIT.equals(answer) || (answer instanceof Collection<?> several && several.contains(COMMIT));
    }
}
