package org.tongban.application.crash;

import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.application.clock.LegalClocks;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Course;
import org.tongban.application.intake.Receipt;
import org.tongban.application.intake.Samples;
import org.tongban.application.intake.Turn;
import org.tongban.application.result.Results;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;

/** Grants case 1, as the department's resource does: the decision first, then the owner's document. */
final class Granting {
    private Granting() {}

    /** The same command every time, as a client repeats it that got no answer. */
    static Answer grant(ConfigurableApplicationContext house, TrackingCode code) {
        Command command = new Command("reviewer1", "POST /decision", "k-" + code.value(), "d", null);
        Answer answer = house.getBean(Applications.class)
                .decide(code, command, Granting::decided)
                .answer(Receipt::of);
        house.getBean(Results.class).issue(code);
        return answer;
    }

    private static Decision<Application> decided(Stored<Application> stored) {
        Application application = stored.state();
        Turn turn = new Turn(
                application, application.caseNo(1).orElseThrow(), "reviewer1", Samples.NOW, LegalClocks.usual());
        Change<Application> change = new Course(turn).grant(null, "92511602MA000001", null);
        return new Decision<>(change, CommandResult.ok());
    }
}
