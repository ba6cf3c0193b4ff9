package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;

class ListIssuedTest {

    @Test
    void writesTheAgreedShape() {
        ListIssued told = new ListIssued(
                "L-511602-20261122-7KQ2M9XT",
                "511602",
                "自然人",
                List.of(
                        new ListIssued.Rested("mr-individual-establish", 1),
                        new ListIssued.Rested("mr-food-operation-new", 1)),
                LocalDate.parse("2027-02-20"),
                "sha-256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                TestClock.START);

        assertThat(Contracts.written(told)).isEqualTo(Contracts.sample("catalog.list-issued.v1"));
        assertThat(told.type()).isEqualTo("catalog.list-issued.v1");
    }
}
