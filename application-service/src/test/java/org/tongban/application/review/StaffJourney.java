package org.tongban.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.application.RunningService;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Samples;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.code.TrackingCode;

/** A running service with one submitted restaurant. */
abstract class StaffJourney extends RunningService {
    static final String REVIEWER = "reviewer~reviewer1";
    static final String COLLEAGUE = "reviewer~colleague1";
    static final String FIRE = "reviewer~reviewer2";

    final String ownerId = OpaqueId.next();
    final String owner = "citizen~" + ownerId;
    final TrackingCode code = TrackingCode.draw(new SecureRandom());

    @Autowired
    Intake intake;

    @Autowired
    Applications applications;

    @BeforeEach
    void submitted() {
        assertThat(intake.open(Samples.bag(code, ownerId, "511602"))).isTrue();
    }

    final Reply step(String who, int no, String step, String body) throws Exception {
        return post(who, path(no, step), body);
    }

    final Reply step(String who, int no, String step, String body, String header, String value) throws Exception {
        return send(json(request(who, path(no, step)).header(header, value)).POST(BodyPublishers.ofString(body)));
    }

    final String path(int no, String step) {
        return "/api/application/applications/" + code.display() + "/cases/" + no + "/" + step;
    }

    final String application() {
        return "/api/application/applications/" + code.display();
    }

    final void accepted(int no) throws Exception {
        assertThat(step(REVIEWER, no, "acceptance", "{}").status()).isEqualTo(200);
    }

    final void granted(int no) throws Exception {
        accepted(no);
        assertThat(step(REVIEWER, no, "decision", "{\"outcome\": \"GRANTED\"}").status())
                .isEqualTo(200);
    }
}
