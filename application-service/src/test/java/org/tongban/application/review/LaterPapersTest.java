package org.tongban.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.application.intake.Samples;
import org.tongban.platform.code.TrackingCode;

/** 容缺后补 from acceptance to the licence. */
final class LaterPapersTest extends StaffJourney {
    private static final String PLAN = "{\"answers\": [{\"rid\": \"r7\", \"bringOriginal\": true}]}";

    private final TrackingCode later = TrackingCode.draw(new SecureRandom());

    @BeforeEach
    void aFloorPlanComesLater() {
        assertThat(intake.open(Samples.bagWithLater(later, ownerId))).isTrue();
    }

    @Test
    void aLicenceWaitsForThePaperThatWasToComeLater() throws Exception {
        take(REVIEWER, "acceptance", "{}");

        Reply early = take(REVIEWER, "decision", "{\"outcome\": \"GRANTED\"}");
        Reply handedIn = take(owner, "correction", PLAN);
        Reply again = take(owner, "correction", PLAN);
        Reply granted = take(REVIEWER, "decision", "{\"outcome\": \"GRANTED\"}");

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/detail")).contains("r7 平面图");
        assertThat(handedIn.status()).isEqualTo(200);
        assertThat(handedIn.text("/stage")).isEqualTo("ACCEPTED");
        assertThat(again.status()).isEqualTo(409);
        assertThat(granted.text("/stage")).isEqualTo("GRANTED");
        assertThat(get(owner, "/api/application/applications/" + later.display())
                        .text("/requirements/3/state"))
                .isEqualTo("BRING_ORIGINAL");
    }

    @Test
    void onlyWhatWasToComeLaterIsHandedIn() throws Exception {
        take(REVIEWER, "acceptance", "{}");

        Reply other = take(owner, "correction", "{\"answers\": [{\"rid\": \"r3\", \"bringOriginal\": true}]}");
        Reply none = take(owner, "correction", "{}");
        Reply twice = take(owner, "correction", """
                {"answers": [{"rid": "r7", "bringOriginal": true}, {"rid": "r7", "bringOriginal": true}, null]}""");
        Reply empty = take(owner, "correction", "{\"answers\": [{\"rid\": \"r7\"}]}");
        Reply stranger = take("citizen~stranger", "correction", PLAN);

        assertThat(other.pointers()).containsExactly("/answers/0/rid");
        assertThat(none.pointers()).containsExactly("/answers");
        assertThat(twice.pointers()).containsExactly("/answers/1/rid", "/answers/2/rid");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(stranger.status()).isEqualTo(404);
    }

    private Reply take(String who, String step, String body) throws Exception {
        return post(who, "/api/application/applications/" + later.display() + "/cases/1/" + step, body);
    }
}
