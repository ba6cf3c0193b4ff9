package org.tongban.application.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.application.intake.Samples.CLOCK;
import static org.tongban.application.intake.Samples.CODE;
import static org.tongban.application.intake.Samples.OWNER;
import static org.tongban.application.intake.Samples.accept;
import static org.tongban.application.intake.Samples.stage;
import static org.tongban.application.intake.Samples.turn;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.problem.NotNow;

/** 容缺后补: accepted without a paper, granted only with it. */
final class HandInTest {
    private final Application submitted =
            Application.submitted(Samples.bagWithLater(CODE, OWNER), CLOCK).next();
    private final Application accepted = accept(submitted, 1).next();

    @Test
    void nothingIsGrantedWhileAPaperIsToComeLater() {
        assertThatThrownBy(() -> new Course(turn(accepted, 1)).grant(null, null, null))
                .isInstanceOf(NotNow.class)
                .hasMessageContaining("r7 平面图");
        assertThat(stage(new Course(turn(accepted, 1)).refuse("不符合条件").next(), 1))
                .isEqualTo(Stage.REFUSED);
        Application other = accept(accepted, 3).next();
        assertThat(stage(new Course(turn(other, 3)).grant(null, null, null).next(), 3))
                .as("another case's paper")
                .isEqualTo(Stage.GRANTED);
    }

    @Test
    void whatIsHandedInLetsTheCaseGoOnAsItDid() {
        Application suspended = new Course(turn(accepted, 1))
                .suspend("鉴定", new Term(5, Unit.WORKING_DAY))
                .next();
        for (Application before : List.of(submitted, accepted, suspended)) {
            Change<Application> handedIn = handedIn(before, Requirement.State.BRING_ORIGINAL);

            assertThat(stage(handedIn.next(), 1)).isEqualTo(stage(before, 1));
            assertThat(new Desk(turn(before, 1)).later()).hasSize(1);
            assertThat(new Desk(turn(handedIn.next(), 1)).later()).isEmpty();
            assertThat(handedIn.events().get(0))
                    .isInstanceOfSatisfying(
                            ApplicationEvent.CorrectionAnswered.class,
                            told -> assertThat(told.expected())
                                    .extracting(ApplicationEvent.Expected::rid)
                                    .containsExactly("r7"));
        }
        Application whole = handedIn(accepted, Requirement.State.PROVIDED).next();
        assertThat(stage(new Course(turn(whole, 1)).grant(null, null, null).next(), 1))
                .isEqualTo(Stage.GRANTED);
    }

    @Test
    void whileACorrectionIsAwaitedTheNoticeSaysWhatIsToBeGiven() {
        Application asked = new Desk(turn(submitted, 1))
                .requestCorrection(Samples.failing("r3"))
                .next();

        assertThat(new Desk(turn(asked, 1)).later()).isEmpty();
    }

    private static Change<Application> handedIn(Application before, Requirement.State how) {
        return new Desk(turn(before, 1)).handIn(List.of(Samples.floorPlan().met(how, List.of(), null)));
    }
}
