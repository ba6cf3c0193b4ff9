package org.tongban.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.problem.NotNow;

class DossierTest {
    private static final Instant NOW = TestClock.START;
    private static final LocalDate TOMORROW = LocalDate.parse("2026-11-23");
    private static final Dossier PUBLISHED =
            Dossier.blank("item").take(edition("{}"), "importer").next();

    @Test
    void theSameTextWithOtherFlagsIsFlaggedAnewAndNoNewVersion() {
        Flag flag = new Flag("limit-missing", Severity.ERROR, "/limits", "没有办理时限。", "There is no limit.");
        Change<Dossier> flagged = PUBLISHED.take(edition("{}").with(List.of(), List.of(flag)), "importer");
        Change<Dossier> mended = flagged.next().flag(edition("{}").digest(), List.of());

        assertThat(flagged.events()).isEmpty();
        assertThat(flagged.next().published()).isEqualTo(1);
        assertThat(flagged.next().flagged()).isTrue();
        assertThat(flagged.next().history()).isEqualTo(PUBLISHED.history());
        assertThat(mended.events()).isEmpty();
        assertThat(mended.next()).isEqualTo(PUBLISHED);
        assertThat(Dossier.blank("item").flag("", List.of(flag)).next()).isEqualTo(Dossier.blank("item"));
        assertThat(PUBLISHED.flag(edition("{1}").digest(), List.of(flag)).next())
                .as("found in another text")
                .isEqualTo(PUBLISHED);
    }

    @Test
    void aDraftIsPublishedBySomebodyElse() {
        Dossier drafted = saved(PUBLISHED, "{1}", "anna");

        assertThatThrownBy(() -> drafted.publish(edition("{1}"), "anna")).isInstanceOf(TwoPersonRule.class);
        assertThatThrownBy(() -> drafted.plan(TOMORROW, "anna", NOW)).isInstanceOf(TwoPersonRule.class);

        Dossier after = drafted.publish(edition("{1}"), "ben").next();
        assertThat(after.published()).isEqualTo(2);
        assertThat(after.draft()).isNull();
        assertThat(after.history())
                .extracting(Step::what)
                .containsExactly(Step.What.IMPORTED, Step.What.DRAFT_STARTED, Step.What.PUBLISHED);
        assertThat(after.history()).extracting(Step::by).containsExactly("importer", "anna", "ben");
    }

    @Test
    void whoeverHasWrittenInItIsAnAuthor() {
        Dossier drafted = saved(saved(PUBLISHED, "{1}", "anna"), "{2}", "ben");

        assertThat(drafted.written().authors()).containsExactly("anna", "ben");
        assertThatThrownBy(() -> drafted.publish(edition("{2}"), "anna")).isInstanceOf(TwoPersonRule.class);
        assertThatThrownBy(() -> drafted.publish(edition("{2}"), "ben")).isInstanceOf(TwoPersonRule.class);
    }

    @Test
    void theSameContentAgainMakesNobodyAnAuthor() {
        Dossier drafted = saved(PUBLISHED, "{1}", "anna");

        assertThat(saved(drafted, "{1}", "ben")).isSameAs(drafted);
    }

    @Test
    void aDraftNumberNeverComesTwice() {
        Dossier first = saved(PUBLISHED, "{1}", "anna");
        Dossier second = saved(first.discard("anna", NOW).next(), "{2}", "anna");

        assertThat(first.written().no()).isEqualTo(1);
        assertThat(second.written().no()).isEqualTo(2);
    }

    @Test
    void savingOnAndOnIsOneStepWithTheNewestTime() {
        Dossier drafted = saved(saved(PUBLISHED, "{1}", "anna"), "{2}", "anna");
        Dossier again = drafted.save("{3}", Edition.digest("{3}"), "anna", NOW.plusSeconds(9))
                .next();

        assertThat(again.history()).hasSize(3);
        assertThat(again.history().get(2).at()).isEqualTo(NOW.plusSeconds(9));
        assertThat(again.history().get(2).draft()).isEqualTo(3);
    }

    @Test
    void aDraftOnAnOlderVersionIsNotPublished() {
        Dossier overtaken = saved(PUBLISHED, "{1}", "anna")
                .take(edition("{imported}"), "importer")
                .next();

        assertThatThrownBy(() -> overtaken.publish(edition("{1}"), "ben"))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("version 1")
                .hasMessageContaining("version 2");
        assertThat(saved(overtaken, "{1}", "anna")
                        .publish(edition("{1}"), "ben")
                        .next()
                        .published())
                .isEqualTo(3);
    }

    @Test
    void aDraftLikeWhatIsPublishedIsNothingToPublish() {
        assertThatThrownBy(() -> saved(PUBLISHED, "{}", "anna").publish(edition("{}"), "ben"))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void whatIsWrittenAfterTheApprovalNeedsANewOne() {
        Dossier planned =
                saved(PUBLISHED, "{1}", "anna").plan(TOMORROW, "ben", NOW).next();
        Dossier written = saved(planned, "{2}", "anna");

        assertThat(planned.isDue(TOMORROW.minusDays(1))).isFalse();
        assertThat(planned.isDue(TOMORROW)).isTrue();
        assertThat(written.isDue(TOMORROW)).isFalse();
        assertThat(written.written().approvedBy()).isNull();
    }

    @Test
    void aHeldDraftLosesItsApprovalAndSaysWhy() {
        Dossier held = saved(PUBLISHED, "{1}", "anna")
                .plan(TOMORROW, "ben", NOW)
                .next()
                .hold("缺少时限。", NOW)
                .next();

        assertThat(held.isDue(TOMORROW)).isFalse();
        assertThat(held.written().approvedBy()).isNull();
        assertThat(held.history().get(held.history().size() - 1).note()).isEqualTo("缺少时限。");
    }

    @ParameterizedTest
    @CsvSource({
        "CURRENT, CURRENT, false", "CURRENT, SUSPENDED, true", "CURRENT, WITHDRAWN, true",
        "SUSPENDED, CURRENT, true", "SUSPENDED, SUSPENDED, false", "SUSPENDED, WITHDRAWN, true",
        "WITHDRAWN, CURRENT, true", "WITHDRAWN, SUSPENDED, false", "WITHDRAWN, WITHDRAWN, false"
    })
    void theTableOfStandings(Standing from, Standing to, boolean may) {
        assertThat(from.mayBecome(to)).isEqualTo(may);
    }

    @Test
    void aWithdrawnItemComesBackWithADraftAloneAndASuspendedOneWithItsResumption() {
        Dossier withdrawn = PUBLISHED.halt(halt(Standing.WITHDRAWN)).next();
        Dossier suspended = PUBLISHED.halt(halt(Standing.SUSPENDED)).next();

        assertThatThrownBy(() -> withdrawn.resume("ben", NOW)).isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> withdrawn.halt(halt(Standing.SUSPENDED)))
                .hasMessage("\"item\" is WITHDRAWN and cannot become SUSPENDED.");
        assertThat(withdrawn.take(edition("{new}"), "importer").next().halt()).isNotNull();
        assertThat(saved(withdrawn, "{1}", "anna")
                        .publish(edition("{1}"), "ben")
                        .next()
                        .halt())
                .isNull();
        assertThat(saved(suspended, "{1}", "anna")
                        .publish(edition("{1}"), "ben")
                        .next()
                        .halt())
                .isNotNull();
        assertThat(suspended.resume("ben", NOW.plus(Duration.ofDays(1))).next().halt())
                .isNull();
    }

    @Test
    void writesTheAgreedShape() {
        Edition edition =
                new Edition("{}", "sha-256:0", "食品经营许可（新办）", "市场监管", null, List.of(), List.of(), TestClock.START);
        Halt halt = new Halt(Standing.SUSPENDED, "系统改造", "2026年12月8日恢复，急需者请到市级窗口办理。", "ben", TestClock.START);

        DomainEvent told = Dossier.blank("mr-food-operation-new")
                .take(edition, "importer")
                .next()
                .halt(halt)
                .events()
                .get(0);

        assertThat(Contracts.written(told)).isEqualTo(Contracts.sample("catalog.item-standing-changed.v1"));
        assertThat(told.type()).isEqualTo("catalog.item-standing-changed.v1");
    }

    private static Dossier saved(Dossier dossier, String gsi, String by) {
        return dossier.save(gsi, Edition.digest(gsi), by, NOW).next();
    }

    private static Halt halt(Standing standing) {
        return new Halt(standing, "改造", "请到市级窗口办理", "ben", NOW);
    }

    private static Edition edition(String gsi) {
        return new Edition(gsi, Edition.digest(gsi), "事项", "部门", null, List.of(), List.of(), NOW);
    }
}
