package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.catalog.item.Limit;
import org.tongban.catalog.item.NamedCode;

/** How long a list takes, where to go and how often. */
class DurationTest {
    private static final String PERSON = "自然人";

    @Test
    void theLongestPathGoesThroughWhatWaitsForEachOther() {
        ListedDuration duration =
                ListedDuration.of(Wishes.draft(Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal"))
                        .items());

        assertThat(duration.statutory().workingDays())
                .as("3, then 10 to inspect and 3 to decide")
                .isEqualTo(16);
        assertThat(duration.statutory().approximate()).isFalse();
        assertThat(duration.statutory().items())
                .containsExactly("mr-individual-establish", "fs-public-gathering-check");
        assertThat(duration.statutory().silent()).isEmpty();
        assertThat(duration.expected()).isEqualTo(duration.statutory());
    }

    @Test
    void whereAGuideIsSilentNothingIsSaidButWhoIsSilent() {
        ListedDuration duration = ListedDuration.of(
                Wishes.draft(Wishes.items(Wishes.GUANGAN, PERSON, "mr-individual-establish", "ca-temporary-relief"))
                        .items());

        assertThat(duration.statutory().workingDays()).isNull();
        assertThat(duration.statutory().silent()).containsExactly("ca-temporary-relief");
        assertThat(duration.promised().silent()).containsExactly("mr-individual-establish", "ca-temporary-relief");
    }

    @Test
    void itemsThatWaitForNobodyRunSideBySide() {
        ListedDuration duration = ListedDuration.of(
                Wishes.draft(Wishes.items(Wishes.GUANGAN, PERSON, "ps-idcard-replace", "ps-passport-first"))
                        .items());

        assertThat(duration.statutory().workingDays()).isEqualTo(43);
        assertThat(duration.statutory().approximate()).isTrue();
        assertThat(duration.statutory().items()).containsExactly("ps-idcard-replace");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 当场, , 0, false",
        "1, 当日, , 0, false",
        "10, 工作日, , 10, false",
        "0.5, 工作日, , 1, false",
        "20, 日, 01, 20, false",
        "20, 日, 07, 15, true",
        "3, 自然日, , 3, true",
        "7, 天, , 5, true",
        "2, 小时, , 1, true",
        "3, 月, , 63, true"
    })
    void everyUnitOfTheGuidesHasItsWorkingDays(
            BigDecimal n, String unit, @Nullable String kind, int days, boolean approximate) {
        Limit limit = new Limit(n, unit, null, null, null, null, null);

        assertThat(WorkingDays.of(limit, kind == null ? null : new NamedCode(kind, kind)))
                .contains(new WorkingDays(days, approximate));
    }

    @Test
    void theLastEndOfTheStagesCountsUnlessTheWholeIsLonger() {
        Limit.Stage inspection = new Limit.Stage(BigDecimal.TEN, "工作日", null);
        Limit.Stage decision = new Limit.Stage(BigDecimal.valueOf(3), "工作日", "inspection");
        Limit.Stage notice = new Limit.Stage(BigDecimal.valueOf(7), "自然日", "decision");

        assertThat(WorkingDays.of(staged(10, Map.of("inspection", inspection, "decision", decision)), null))
                .contains(new WorkingDays(13, false));
        assertThat(WorkingDays.of(
                        staged(10, Map.of("inspection", inspection, "decision", decision, "notice", notice)), null))
                .contains(new WorkingDays(18, true));
        assertThat(WorkingDays.of(staged(20, Map.of("inspection", inspection, "decision", decision)), null))
                .contains(new WorkingDays(20, false));
    }

    @Test
    void stagesThatWaitForEachOtherOrForNobodyEndNevertheless() {
        Limit.Stage one = new Limit.Stage(BigDecimal.valueOf(4), "工作日", "other");
        Limit.Stage other = new Limit.Stage(BigDecimal.valueOf(5), "工作日", "one");
        Limit.Stage lost = new Limit.Stage(BigDecimal.valueOf(6), "工作日", "nowhere");

        assertThat(WorkingDays.of(staged(1, Map.of("one", one, "other", other)), null))
                .contains(new WorkingDays(9, false));
        assertThat(WorkingDays.of(staged(1, Map.of("lost", lost)), null)).contains(new WorkingDays(6, false));
    }

    private static Limit staged(int n, Map<String, Limit.Stage> stages) {
        return new Limit(BigDecimal.valueOf(n), "工作日", null, null, null, null, stages);
    }

    @Test
    void theHallSaysItsHoursAndWhichWindowTakesWhat() {
        ListBody body = SampleLists.body(Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal"));

        assertThat(body.halls()).singleElement().satisfies(hall -> {
            assertThat(hall.name()).isEqualTo("广安区政务服务中心");
            assertThat(hall.hours()).containsExactly("09:00-12:00", "13:00-17:00");
            assertThat(hall.windows())
                    .extracting(ListedHall.Counter::window)
                    .containsExactly("W01", "W02", "W03", "W04");
            assertThat(hall.windows().get(2).name()).isEqualTo("综合窗口");
            assertThat(hall.windows().get(2).items()).hasSize(3);
            assertThat(hall.windows().get(3).items()).containsExactly("fs-public-gathering-check");
        });
    }

    @Test
    void whatTheGuideSaysAboutChannelsAndPlaceIsOnTheList() {
        ListedItem online = Wishes.draft(Wishes.items("371300", PERSON, "ps-hk-change-name"))
                .items()
                .get(0);
        ListedItem silent = Wishes.draft(Wishes.restaurant()).items().get(0);
        ListedItem local = Wishes.draft(Wishes.items("610117", PERSON, "mr-food-operation-new-gaoling"))
                .items()
                .get(0);

        assertThat(online.online()).isTrue();
        assertThat(online.attendance().channels()).contains("网上办理", "窗口办理");
        assertThat(silent.online()).isNull();
        assertThat(local.attendance().address()).isEqualTo("高陵区政务服务中心2层");
        assertThat(local.attendance().hours()).startsWith("工作日9:00");
    }
}
