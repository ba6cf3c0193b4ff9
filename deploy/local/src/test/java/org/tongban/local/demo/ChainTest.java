package org.tongban.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tongban.local.place.Refused;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class ChainTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final ArrayNode entries = JSON.createArrayNode();

    @Test
    void anUntouchedChainIsWhole() {
        append("application.submitted.v1");
        append("application.case-accepted.v1");

        assertThat(new Chain(entries).check()).isEqualTo(2);
    }

    @Test
    void aChangedEntryBreaksIt() {
        append("application.submitted.v1");
        append("application.case-accepted.v1");

        ((ObjectNode) entries.get(0)).put("type", "application.withdrawn.v1");

        assertThatThrownBy(() -> new Chain(entries).check())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the hash of entry 1");
    }

    @Test
    void anEntryTakenOutBreaksIt() {
        append("application.submitted.v1");
        append("application.case-accepted.v1");
        append("application.case-decided.v1");

        entries.remove(1);

        assertThatThrownBy(() -> new Chain(entries).check())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the number of the entry");
    }

    private void append(String type) {
        int no = entries.size() + 1;
        ObjectNode entry = JSON.createObjectNode()
                .put("formula", 1)
                .put("no", no)
                .put("source", "/application")
                .put("sourceSequence", no)
                .put("at", "2026-11-22T02:11:09.000Z")
                .put("recordedAt", "2026-11-22T02:11:09.100Z")
                .put("type", type)
                .putNull("caseNo")
                .put("factsDigest", "0".repeat(64));
        if (no == 1) {
            entry.putNull("previous");
        } else {
            entry.set("previous", entries.get(no - 2).path("hash"));
        }
        entries.add(entry.put("hash", Chain.hash(entry)));
    }
}
