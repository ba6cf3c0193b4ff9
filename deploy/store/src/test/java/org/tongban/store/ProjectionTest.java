package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    @Test
    void whatIsNamedCanBeLeftAndTheIdWithIt() {
        assertThat(Wanted.left(new Document("outbox", 1).append("cases.stage", true)))
                .containsExactlyInAnyOrder("_id", "outbox", "cases");
        assertThat(Wanted.left(new Document("_id", 1))).containsExactly("_id");
        assertThat(Wanted.left(new Document("_id", 0).append("version", 1))).contains("version");
    }

    @Test
    void whatTakesAwayOrComputesNeedsTheWholeDocument() {
        assertThat(Wanted.left(null)).isNull();
        assertThat(Wanted.left(new Document())).isNull();
        assertThat(Wanted.left(new Document("outbox", 0))).isNull();
        assertThat(Wanted.left(new Document("_id", 0))).isNull();
        assertThat(Wanted.left(new Document("cases.$", 1))).isNull();
        assertThat(Wanted.left(new Document("entries", new Document("$slice", 1))))
                .isNull();
        assertThat(Wanted.left(new Document("version", 1).append("copy", "$version")))
                .isNull();
        assertThat(Wanted.left(new Document("version", 1).append("entries", new Document("$elemMatch", List.of()))))
                .isNull();
    }
}
