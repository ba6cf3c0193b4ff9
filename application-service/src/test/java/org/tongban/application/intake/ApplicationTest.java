package org.tongban.application.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.application.intake.Samples.NOW;
import static org.tongban.application.intake.Samples.accept;
import static org.tongban.application.intake.Samples.grant;
import static org.tongban.application.intake.Samples.present;
import static org.tongban.application.intake.Samples.stage;
import static org.tongban.application.intake.Samples.submitted;
import static org.tongban.application.intake.Samples.turn;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.application.clock.Light;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotNow;

class ApplicationTest {
    @Test
    void aCaseWithNobodyBeforeItIsSubmittedAndTheOthersWait() {
        Change<Application> born = Application.submitted(Samples.bag(), Samples.CLOCK);

        assertThat(born.next().cases())
                .extracting(Case::stage)
                .containsExactly(Stage.SUBMITTED, Stage.WAITING, Stage.SUBMITTED);
        assertThat(born.next().cases().get(1).after()).containsExactly(1);
        assertThat(types(born)).containsExactly("application.submitted.v1");
    }

    @Test
    void theGrantOfTheLastPredecessorSubmitsTheWaitingCaseInTheSameWrite() {
        Change<Application> granted = grant(submitted(), 1);

        assertThat(stage(granted.next(), 2)).isEqualTo(Stage.SUBMITTED);
        assertThat(types(granted)).containsExactly("application.case-decided.v1", "application.case-submitted.v1");
    }

    @Test
    void anyOtherEndOfThePredecessorTerminatesTheWaitingCaseNamingIt() {
        Change<Application> refused = new Course(turn(accept(submitted(), 1).next(), 1)).refuse("不符合条件");

        assertThat(stage(refused.next(), 2)).isEqualTo(Stage.TERMINATED);
        assertThat(refused.events()).last().isEqualTo(new ApplicationEvent.CaseTerminated(2, Stage.TERMINATED, 1, NOW));
        assertThat(stage(Samples.at(Stage.NOT_REQUIRED, 1), 2)).isEqualTo(Stage.TERMINATED);
        assertThat(stage(Samples.at(Stage.NOT_ACCEPTED, 1), 2)).isEqualTo(Stage.TERMINATED);
    }

    @Test
    void aCaseThatWaitsForATerminatedOneIsTerminatedWithIt() {
        Submission bag = Samples.bag();
        Matter last = new Matter(
                "last",
                1,
                "最后",
                Samples.FIRE,
                null,
                null,
                List.of("mr-food-operation-new"),
                bag.matters().get(2).limits(),
                null,
                List.of(),
                null,
                List.of());
        Submission chain = new Submission(
                bag.code(),
                bag.owner(),
                bag.listNo(),
                bag.division(),
                bag.applicant(),
                bag.submittedAt(),
                List.of(bag.matters().get(0), bag.matters().get(1), last),
                bag.requirements());
        Application application = Application.submitted(chain, Samples.CLOCK).next();

        Application refused = new Course(turn(accept(application, 1).next(), 1))
                .refuse("不符合条件")
                .next();

        assertThat(stage(refused, 3)).isEqualTo(Stage.TERMINATED);
        assertThat(present(refused.cases().get(2).ending()).because()).isEqualTo(2);
    }

    @Test
    void aGrantGivesResultsAndFeedsTheLinesThatWaitForThem() {
        Application granted = grant(submitted(), 1).next();

        Result result = present(granted.cases().get(0).ending()).results().get(0);
        assertThat(result.kind()).isEqualTo("individual-business-licence");
        assertThat(result.documentId()).matches("[0-9a-f]{64}");
        assertThat(granted.requirement("r5").orElseThrow().documentIds()).containsExactly(result.documentId());
        assertThat(granted.issuing()).isEqualTo(NOW);
        assertThat(granted.issued(granted.granting()).next().issuing()).isNull();
    }

    @Test
    void whatTheOwnerGaveForSuchALineStaysBesideTheResult() {
        Application submitted = submitted();
        Requirement own = Samples.licence().met(Requirement.State.PROVIDED, List.of("d-own"), null);

        Application granted = grant(submitted.met(List.of(own)), 1).next();

        Requirement fed = granted.requirement("r5").orElseThrow();
        assertThat(fed.state()).isEqualTo(Requirement.State.PROVIDED);
        assertThat(fed.documentIds()).hasSize(2).startsWith("d-own");
    }

    @Test
    void aGrantWithoutANumberOfItsOwnHasTheReceiptsNumber() {
        Application granted = grant(submitted(), 1).next();

        assertThat(granted.cases().get(0).verdict().orElseThrow().number()).isEqualTo("511602-市场监管-2026-000001");
    }

    @Test
    void acceptanceStartsTheClock() {
        Case accepted = accept(submitted(), 1).next().cases().get(0);

        assertThat(accepted.deadlines().orElseThrow().statutory()).isEqualTo("2026-11-25");
        assertThat(accepted.light(LocalDate.of(2026, 11, 26))).isEqualTo(Light.RED);
    }

    @Test
    void anUnstatedLimitOfALicenceIsTwentyWorkingDays() {
        Case accepted = accept(submitted(), 3).next().cases().get(2);

        assertThat(accepted.deadlines().orElseThrow().statutory()).isEqualTo("2026-12-18");
        assertThat(accepted.deadlines().orElseThrow().promised()).isNull();
    }

    @Test
    void anAcceptanceThatComesTooLateCountsFromTheReceipt() {
        Instant late = NOW.plus(Duration.ofDays(9));

        Application accepted =
                new Desk(turn(submitted(), 1, late)).accept(() -> "1").next();

        Acceptance receipt = present(accepted.cases().get(0).reception()).acceptance();
        assertThat(present(receipt).bySilence()).isTrue();
        assertThat(present(receipt).acceptedAt()).isEqualTo(NOW);
    }

    @Test
    void aSecondCorrectionNoticeIsRefused() {
        Application asked = Samples.at(Stage.CORRECTION_REQUESTED, 1);
        Application answered = new Desk(turn(asked, 1))
                .answerCorrection(List.of(Samples.premises()))
                .next();

        assertThatThrownBy(() -> new Desk(turn(answered, 1)).requestCorrection(Samples.failing("r2")))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void aCorrectionNoticeIsInTimeOnTheFifthWorkingDayAndTooLateAfterIt() {
        Instant friday = Instant.parse("2026-11-27T09:00:00Z");
        Instant saturday = Instant.parse("2026-11-27T16:00:00Z");

        assertThat(stage(
                        new Desk(turn(submitted(), 1, friday))
                                .requestCorrection(Samples.failing("r3"))
                                .next(),
                        1))
                .isEqualTo(Stage.CORRECTION_REQUESTED);
        assertThatThrownBy(() -> new Desk(turn(submitted(), 1, saturday)).requestCorrection(Samples.failing("r3")))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void anAnsweredCorrectionGivesTheDepartmentFiveWorkingDaysAgain() {
        Instant later = Instant.parse("2026-12-01T02:00:00Z");
        Application asked = Samples.at(Stage.CORRECTION_REQUESTED, 1);
        Requirement brought = Samples.premises().met(Requirement.State.BRING_ORIGINAL, List.of(), null);

        Change<Application> answered = new Desk(turn(asked, 1, later)).answerCorrection(List.of(brought));

        Reception reception = present(answered.next().cases().get(0).reception());
        assertThat(reception.receivedAt()).isEqualTo(later);
        assertThat(reception.answerBy()).isEqualTo("2026-12-08");
        assertThat(answered.events().get(0))
                .isInstanceOfSatisfying(
                        ApplicationEvent.CorrectionAnswered.class,
                        told -> assertThat(told.expected())
                                .extracting(ApplicationEvent.Expected::rid)
                                .containsExactly("r3"));
    }

    @Test
    void aCaseWhoseCorrectionsAreHandedInIsIncompleteNoMore() {
        Application answered = new Desk(turn(Samples.at(Stage.CORRECTION_REQUESTED, 1), 1))
                .answerCorrection(List.of(Samples.premises()))
                .next();

        assertThatThrownBy(() -> new Desk(turn(answered, 1)).incomplete(List.of("r3")))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("accepted");
        assertThat(stage(
                        new Desk(turn(answered, 1))
                                .notAccept(NonAcceptance.Kind.NOT_OURS, "不属于本机关", "岳池县")
                                .next(),
                        1))
                .isEqualTo(Stage.NOT_ACCEPTED);
    }

    @Test
    void nothingIsIncompleteBeforeItsNoticeIsOverdue() {
        Application asked = Samples.at(Stage.CORRECTION_REQUESTED, 1);
        Instant lastDay = Instant.parse("2026-12-04T15:59:59Z");

        assertThat(present(asked.cases().get(0).correction().orElseThrow().answerUntil()))
                .isEqualTo("2026-12-04");
        assertThatThrownBy(() -> new Desk(turn(submitted(), 1)).incomplete(List.of("r3")))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("No correction notice");
        assertThatThrownBy(() -> new Desk(turn(asked, 1, lastDay)).incomplete(List.of("r3")))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("2026-12-04");
        Desk late = new Desk(turn(asked, 1, lastDay.plusSeconds(1)));
        assertThatThrownBy(() -> late.incomplete(List.of("r2")))
                .as("the notice did not name it")
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> late.incomplete(List.of())).isInstanceOf(NotAllowed.class);
        NonAcceptance refused = present(
                present(late.incomplete(List.of("r3")).next().cases().get(0).reception())
                        .refusal());
        assertThat(refused.rids()).containsExactly("r3");
        assertThat(refused.reasons()).isEqualTo("逾期未补正：经营场所相关文件");
    }

    @Test
    void aNoticeOfBeforeHasItsTimeFromTheDayItWasSent() {
        Correction before = new Correction(Samples.failing("r3"), NOW, null, null);

        assertThat(before.until(Samples.CLOCK)).isEqualTo("2026-12-04");
    }

    @Test
    void aDepartmentMayFindThatNothingWasMissing() {
        Instant late = NOW.plus(Duration.ofDays(20));
        Application accepted = new Desk(turn(Samples.at(Stage.CORRECTION_REQUESTED, 1), 1, late))
                .accept(() -> "1")
                .next();

        Acceptance receipt =
                present(present(accepted.cases().get(0).reception()).acceptance());
        assertThat(stage(accepted, 1)).isEqualTo(Stage.ACCEPTED);
        assertThat(receipt.bySilence()).as("the notice was an answer in time").isFalse();
        assertThat(receipt.acceptedAt()).isEqualTo(late);
    }

    @Test
    void theListDecidesWhatACaseMayAskFor() {
        Desk food = new Desk(turn(submitted(), 2));

        assertThat(food.isOnList("r3")).isTrue();
        assertThat(food.isOnList("r2")).as("of another item").isFalse();
        assertThat(food.isOnList("r99")).isFalse();
    }

    @Test
    void aRefusedRequestTellsNothingThatAClerkMayHaveTyped() {
        Change<Application> refused = new Desk(turn(submitted(), 1)).refuseBeyondList(List.of("r99", "张三的证明"), 1);

        assertThat(refused.events())
                .containsExactly(new ApplicationEvent.RequestBeyondListRefused(
                        1, Stage.SUBMITTED, Samples.MARKET, List.of("r99"), 2, NOW));
        assertThat(refused.next()).isEqualTo(submitted());
    }

    @Test
    void aClaimOfOnesOwnChangesNothing() {
        Application claimed = new Desk(turn(submitted(), 1)).claim().next();

        assertThat(new Desk(turn(claimed, 1)).claim()).isEqualTo(Change.silently(claimed));
    }

    @Test
    void aLimitIsExtendedOnceAndNotBeyondTheLegalMaximum() {
        Application accepted = accept(grant(submitted(), 1).next(), 2).next();
        Term ten = new Term(10, Unit.WORKING_DAY);

        Application longer =
                new Course(turn(accepted, 2)).extend(ten, "情形复杂", "负责人").next();

        assertThat(longer.cases().get(1).deadlines().orElseThrow().statutory()).isEqualTo("2026-12-18");
        assertThatThrownBy(() -> new Course(turn(longer, 2)).extend(ten, "情形复杂", "负责人"))
                .isInstanceOf(NotNow.class);
        assertThatThrownBy(() -> new Course(turn(accepted, 2)).extend(new Term(11, Unit.WORKING_DAY), "情形复杂", "负责人"))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aLimitThatIsPastIsExtendedNoMore() {
        Application accepted = accept(submitted(), 1).next();
        Term three = new Term(3, Unit.WORKING_DAY);
        Instant lastDay = Instant.parse("2026-11-25T15:59:59Z");

        assertThat(new Course(turn(accepted, 1, lastDay))
                        .extend(three, "情形复杂", "负责人")
                        .next()
                        .cases()
                        .get(0)
                        .deadlines()
                        .orElseThrow()
                        .statutory())
                .isEqualTo("2026-11-30");
        assertThatThrownBy(() -> new Course(turn(accepted, 1, lastDay.plusSeconds(1))).extend(three, "情形复杂", "负责人"))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("2026-11-25");
    }

    @Test
    void aStopHasAGroundInLawOrIsAProcedureThatTheGuideNames() {
        Course course = new Course(turn(accept(submitted(), 1).next(), 1));
        Course other = new Course(turn(accept(submitted(), 3).next(), 3));
        Term five = new Term(5, Unit.WORKING_DAY);

        assertThat(stage(course.suspend("专家评审", five).next(), 1)).isEqualTo(Stage.SUSPENDED);
        assertThat(stage(course.suspend("公示", five).next(), 1)).isEqualTo(Stage.SUSPENDED);
        assertThatThrownBy(() -> other.suspend("公示", five))
                .as("of another item's guide")
                .isInstanceOf(NotAllowed.class);
        for (String ground : List.of("我局内部规定第1条", "上级未批复第二条", "依据某法第五条听证", " 听证", "领导出差")) {
            assertThatThrownBy(() -> course.suspend(ground, five))
                    .as(ground)
                    .isInstanceOf(NotAllowed.class)
                    .hasMessageContaining("公示");
        }
    }

    @Test
    void aStopIsAnnouncedForNoLongerThanItTakes() {
        Course course = new Course(turn(accept(submitted(), 1).next(), 1));

        assertThat(stage(course.suspend("公示", new Term(20, Unit.NATURAL_DAY)).next(), 1))
                .isEqualTo(Stage.SUSPENDED);
        assertThat(stage(course.suspend("听证", new Term(25, Unit.WORKING_DAY)).next(), 1))
                .isEqualTo(Stage.SUSPENDED);
        assertThat(stage(course.suspend("检验", new Term(60, Unit.WORKING_DAY)).next(), 1))
                .isEqualTo(Stage.SUSPENDED);
        assertThatThrownBy(() -> course.suspend("公示", new Term(23, Unit.NATURAL_DAY)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> course.suspend("听证", new Term(26, Unit.WORKING_DAY)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> course.suspend("检验", new Term(61, Unit.WORKING_DAY)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> course.suspend("检验", new Term(1, Unit.YEAR))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aCaseIsNotSuspendedForEver() {
        Application application = Samples.at(Stage.ACCEPTED, 1);
        for (int i = 0; i < Course.MOST_STOPS; i++) {
            application = new Course(turn(application, 1))
                    .suspend("听证", new Term(5, Unit.WORKING_DAY))
                    .next();
            application = new Course(turn(application, 1)).resume().next();
        }
        Course worn = new Course(turn(application, 1));

        assertThatThrownBy(() -> worn.suspend("听证", new Term(5, Unit.WORKING_DAY)))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("40 times");
    }

    @Test
    void theLightOfASuspendedCaseStaysAsItWas() {
        Case suspended = Samples.at(Stage.SUSPENDED, 1).cases().get(0);

        assertThat(suspended.light(LocalDate.of(2027, 6, 1))).isEqualTo(suspended.light(LocalDate.of(2026, 11, 22)));
    }

    @Test
    void aWithdrawalTakesEveryOpenCaseAndLeavesTheOthers() {
        Application granted = grant(submitted(), 1).next();

        Change<Application> withdrawn = granted.withdraw("不开了", NOW);

        assertThat(withdrawn.next().cases())
                .extracting(Case::stage)
                .containsExactly(Stage.GRANTED, Stage.WITHDRAWN, Stage.WITHDRAWN);
        assertThat(withdrawn.events()).hasSize(2);
        assertThatThrownBy(() -> withdrawn.next().withdraw(null, NOW)).isInstanceOf(NotNow.class);
    }

    @Test
    void eachStepCountsItsOwnCasesVersionAndLeavesATrace() {
        Application accepted = accept(submitted(), 1).next();

        assertThat(accepted.cases()).extracting(Case::version).containsExactly(2L, 1L, 1L);
        assertThat(accepted.taken()).containsExactly(new Taken(1, Step.ACCEPTANCE, NOW, "reviewer1"));
    }

    @Test
    void onlyCasesThatSomebodyHasToAnswerWaitForSilence() {
        assertThat(submitted().silentAfter()).isEqualTo("2026-11-27");
        assertThat(submitted().withdraw(null, NOW).next().silentAfter()).isNull();
    }

    private static List<String> types(Change<Application> change) {
        return change.events().stream().map(DomainEvent::type).toList();
    }
}
