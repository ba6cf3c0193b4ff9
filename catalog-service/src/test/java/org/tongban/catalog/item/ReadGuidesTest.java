package org.tongban.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.lint.SoundGuide;
import org.tongban.platform.json.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of guides that were read. */
class ReadGuidesTest {
    private final ReadGuides guides = new ReadGuides();

    @Test
    void theSameTextIsReadOnceAndAnotherOneAnew() {
        Item first = guides.of(edition(SoundGuide.guide()));

        assertThat(guides.of(edition(SoundGuide.guide()))).isSameAs(first);
        assertThat(guides.of(edition(SoundGuide.guide().put("name", "新版"))).name())
                .isEqualTo("新版");
        assertThat(guides.of(edition(SoundGuide.guide()))).isSameAs(first);
    }

    @Test
    void noMoreAreKeptThanFit() {
        for (int i = 0; i < ReadGuides.KEPT + 20; i++) {
            guides.of(edition(SoundGuide.guide().put("id", "other-" + i)));
        }

        assertThat(guides.size()).isEqualTo(ReadGuides.KEPT);
    }

    private static Edition edition(ObjectNode guide) {
        return Edition.of(ItemReader.read(guide), CanonicalJson.text(guide), List.of(), Instant.EPOCH);
    }
}
