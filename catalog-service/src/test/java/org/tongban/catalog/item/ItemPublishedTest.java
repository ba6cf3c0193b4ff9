package org.tongban.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;

class ItemPublishedTest {

    @Test
    void writesTheAgreedShape() {
        Flag flag = new Flag("limit-basis-missing", Severity.ERROR, "/limits/statutory/basis", "时限没有依据。", "No basis.");
        Edition edition = new Edition(
                "{}",
                "sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "食品经营许可（新办）",
                "市场监管",
                null,
                List.of(),
                List.of(flag, flag),
                TestClock.START);

        ItemPublished told = ItemPublished.of("mr-food-operation-new", 1, edition);

        assertThat(Contracts.written(told)).isEqualTo(Contracts.sample("catalog.item-published.v1"));
        assertThat(told.type()).isEqualTo("catalog.item-published.v1");
    }
}
