package org.tongban.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.application.RunningService;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.Custody;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Matter;
import org.tongban.application.intake.Piece;
import org.tongban.application.intake.Samples;
import org.tongban.application.intake.Submission;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.code.TrackingCode;

/** Whoever examines or expects a case may read what was handed in for it, and its owner sees that they did. */
final class CaseDocumentsTest extends RunningService {
    private static final String REVIEWER = "reviewer~reviewer1";
    private static final String COUNTER = "counter~counter1";
    private static final String LOOKS = "/api/application/looks";
    private static final byte[] FILE = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final String ownerId = OpaqueId.next();
    private final String owner = "citizen~" + ownerId;
    private final String documentId = OpaqueId.next();
    private final TrackingCode code = TrackingCode.draw(new SecureRandom());

    @Autowired
    private Documents documents;

    @Autowired
    private Looks looks;

    @Autowired
    private Intake intake;

    @Autowired
    private Applications applications;

    @BeforeEach
    void submittedWithOneDocument() {
        documents.add(
                new Document(
                        documentId,
                        ownerId,
                        "premises-proof",
                        "premises",
                        Documents.DIGEST_PREFIX + Sha256.hex(FILE),
                        "application/pdf",
                        FILE.length,
                        Grade.C,
                        Provenance.UPLOADED,
                        clock.instant(),
                        null),
                new ByteArrayInputStream(FILE));
        Submission sample = Samples.bag(code, ownerId, "511602");
        intake.open(new Submission(
                sample.code(),
                sample.owner(),
                sample.listNo(),
                sample.division(),
                sample.applicant(),
                sample.submittedAt(),
                sample.matters(),
                sample.requirements().stream()
                        .map(line ->
                                line.documentIds().isEmpty() ? line : line.met(line.state(), List.of(documentId), null))
                        .toList()));
    }

    @Test
    void theReviewerOfTheCaseSeesItsLinesAndReadsWhatWasGiven() throws Exception {
        Reply listed = get(REVIEWER, lines(1));
        Reply content = get(REVIEWER, content());

        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.text("/items/1/rid")).isEqualTo("r3");
        assertThat(listed.text("/items/1/documents/0/documentId")).isEqualTo(documentId);
        assertThat(listed.text("/items/1/documents/0/grade")).isEqualTo("C");
        assertThat(listed.text("/items/1/documents/0/mediaType")).isEqualTo("application/pdf");
        assertThat(listed.body()).doesNotContain(ownerId);
        assertThat(content.status()).isEqualTo(200);
        assertThat(content.response().body()).isEqualTo(FILE);
        assertThat(content.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void nobodyElseLearnsThatItIsThere() throws Exception {
        for (String stranger : List.of(
                "reviewer~reviewer2",
                "reviewer~neighbour",
                "citizen~citizen2",
                "counter~counter2",
                "counter~counter5",
                "counter~nowhere")) {
            assertThat(get(stranger, content()).status()).as(stranger).isEqualTo(404);
        }
        for (String elsewhere : List.of("counter~counter2", "counter~counter5", "counter~nowhere")) {
            assertThat(get(elsewhere, lines(1)).status()).as(elsewhere).isEqualTo(404);
        }
        assertThat(get("citizen~citizen2", lines(1)).status()).isEqualTo(403);
        assertThat(get("reviewer~neighbour", lines(1)).status()).isEqualTo(404);
        assertThat(get("reviewer~reviewer2", lines(1)).status()).isEqualTo(404);
        assertThat(get(REVIEWER, lines(2)).status()).as("the case waits").isEqualTo(404);
        assertThat(get(REVIEWER, "/api/application/documents/nothing/content").status())
                .isEqualTo(404);
        assertThat(get(owner, LOOKS).json().path("items").size()).isZero();
    }

    @Test
    void theWindowThatExpectsThePapersReadsTheCaseUntilTheyAreBack() throws Exception {
        assertThat(get(COUNTER, lines(1)).text("/items/1/documents/0/documentId"))
                .isEqualTo(documentId);
        assertThat(get(COUNTER, content()).response().body()).isEqualTo(FILE);
        assertThat(get(COUNTER, lines(2)).status())
                .as("no paper is to come for it")
                .isEqualTo(404);
        assertThat(get(owner, LOOKS).text("/items/0/department")).isEqualTo("511602-01 W03");

        move(Custody.HELD);
        assertThat(get(COUNTER, lines(1)).status()).isEqualTo(200);
        move(Custody.RETURNED);

        assertThat(get(COUNTER, lines(1)).status()).isEqualTo(404);
        assertThat(get(COUNTER, content()).status()).isEqualTo(404);
        assertThat(get(REVIEWER, content()).status()).isEqualTo(200);
    }

    @Test
    void noWindowReadsAnApplicationThatNamesNone() throws Exception {
        applications.change(
                code,
                application -> Change.silently(new Application(
                        application.code(),
                        application.owner(),
                        application.listNo(),
                        application.division(),
                        application.applicant(),
                        application.submittedAt(),
                        application.requirements(),
                        application.cases().stream()
                                .map(CaseDocumentsTest::withoutWindows)
                                .toList(),
                        application.pieces(),
                        null,
                        application.taken(),
                        null,
                        List.of(),
                        "",
                        null)));

        assertThat(get(COUNTER, lines(1)).status()).isEqualTo(404);
        assertThat(get(COUNTER, content()).status()).isEqualTo(404);
        assertThat(get(REVIEWER, content()).status()).isEqualTo(200);
    }

    private static Case withoutWindows(Case each) {
        Matter matter = each.matter();
        Matter before = new Matter(
                matter.item(),
                matter.version(),
                matter.name(),
                matter.department(),
                matter.kind(),
                matter.caseType(),
                matter.after(),
                matter.limits(),
                matter.result(),
                matter.resultKinds(),
                null,
                matter.procedures());
        return new Case(
                each.no(),
                each.version(),
                before,
                each.after(),
                each.stage(),
                each.claimedBy(),
                each.reception(),
                each.running(),
                each.ending());
    }

    private void move(Custody custody) {
        applications.change(
                code,
                application ->
                        Change.silently(application.withPiece(new Piece("r2", custody, List.of(), List.of(), null))));
    }

    @Test
    void aWithdrawnApplicationIsExaminedByNobody() throws Exception {
        post(owner, "/api/application/applications/" + code.display() + "/withdrawal", "{}");
        assertThat(get(COUNTER, content()).status()).isEqualTo(404);

        assertThat(get(REVIEWER, content()).status()).isEqualTo(404);
        assertThat(get(REVIEWER, lines(1)).status()).isEqualTo(404);
    }

    @Test
    void itsOwnerSeesWhoLookedOncePerHour() throws Exception {
        get(REVIEWER, content());
        get(REVIEWER, content());
        get("reviewer~colleague1", content());
        clock.tick(Duration.ofHours(1));
        get(REVIEWER, content());

        Reply first = get(owner, LOOKS + "?limit=2");
        Reply rest = get(owner, LOOKS + "?limit=2&cursor=" + first.text("/next"));

        assertThat(first.json().path("items").size()).isEqualTo(2);
        assertThat(rest.json().path("items").size()).isEqualTo(1);
        assertThat(rest.json().path("next").isNull()).isTrue();
        assertThat(first.text("/items/0/documentId")).isEqualTo(documentId);
        assertThat(first.text("/items/0/department")).isEqualTo("市场监管");
        assertThat(first.text("/items/0/code")).isEqualTo(code.display());
        assertThat(first.json().at("/items/0/caseNo").asInt()).isEqualTo(1);
        assertThat(first.text("/items/0/who")).matches("[0-9a-f]{20}");
        assertThat(first.body() + rest.body()).doesNotContain("reviewer1", "colleague1");
        assertThat(get("citizen~citizen2", LOOKS).json().path("items").size()).isZero();
        assertThat(get(REVIEWER, LOOKS).status()).isEqualTo(403);
    }

    @Test
    void whatTheOwnerReadsIsNoLookAndOldLooksAreForgotten() throws Exception {
        get(owner, content());
        assertThat(get(owner, LOOKS).json().path("items").size()).isZero();
        get(REVIEWER, content());

        looks.sweep(clock.instant());
        assertThat(get(owner, LOOKS).json().path("items").size()).isEqualTo(1);
        looks.sweep(clock.instant().plusSeconds(1));
        assertThat(get(owner, LOOKS).json().path("items").size()).isZero();
    }

    private String content() {
        return "/api/application/documents/" + documentId + "/content";
    }

    private String lines(int no) {
        return "/api/application/applications/" + code.display() + "/cases/" + no + "/documents";
    }
}
