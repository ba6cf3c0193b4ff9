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

    private static final String CODE = "7KQ2-M9XT-04HB-ZR50";

    private final ArrayNode entries = JSON.createArrayNode();

    @Test
    void anUntouchedChainIsWhole() {
        append(2, "application.submitted.v1");
        append(2, "application.case-accepted.v1");

        assertThat(chain(CODE).check()).isEqualTo(2);
    }

    @Test
    void aChangedEntryBreaksIt() {
        append(2, "application.submitted.v1");
        append(2, "application.case-accepted.v1");

        ((ObjectNode) entries.get(0)).put("type", "application.withdrawn.v1");

        assertThatThrownBy(() -> chain(CODE).check())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the hash of entry 1");
    }

    @Test
    void anEntryTakenOutBreaksIt() {
        append(2, "application.submitted.v1");
        append(2, "application.case-accepted.v1");
        append(2, "application.case-decided.v1");

        entries.remove(1);

        assertThatThrownBy(() -> chain(CODE).check())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the number of the entry");
    }

    @Test
    void olderEntriesAreCheckedByTheirOwnFormula() {
        append(1, "application.submitted.v1");
        append(1, "application.case-accepted.v1");
        append(2, "application.case-decided.v1");

        assertThat(chain(CODE).check()).isEqualTo(3);
    }

    @Test
    void theEntriesOfOneCodeAreNoProofOfAnother() {
        append(1, "application.submitted.v1");
        append(2, "application.case-accepted.v1");

        assertThatThrownBy(() -> chain("2222-2222-2222-2222").check())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("the hash of entry 2");
    }

    @Test
    void aFormulaThatIsNotKnownIsRefused() {
        append(2, "application.submitted.v1");
        ((ObjectNode) entries.get(0)).put("formula", 3);

        assertThatThrownBy(() -> chain(CODE).check())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("formula");
    }

    private Chain chain(String code) {
        return new Chain(JSON.createObjectNode().put("code", code).set("entries", entries));
    }

    private void append(int formula, String type) {
        int no = entries.size() + 1;
        ObjectNode entry = JSON.createObjectNode()
                .put("formula", formula)
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
        entries.add(entry.put("hash", Chain.hash(JSON.stringNode(CODE), entry)));
    }
}
