package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.local.http.Answer;
import org.tongban.local.http.Conversation;

/** Whoever may not, whatever is malformed: a clear problem, never a 500, never another person's data. */
@Order(3)
class StrangerJourneyTest {
    private static final Conversation ANYBODY = House.anybody();
    private static final Conversation OWNER = House.as("citizen1");
    private static final Conversation OTHER = House.as("citizen2");
    private static final String CODE = new Citizen(OWNER).submit();
    private static final String CASE = "/api/application/applications/" + CODE + "/cases/1/";

    @Test
    void anothersBagApplicationDocumentAndMessagesDoNotExist() {
        String bag = new Citizen(OWNER).fill();
        String document = OWNER.upload(
                        "/api/application/documents",
                        "id.pdf",
                        "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII),
                        Map.of("kind", "id-card", "holder", "applicant"))
                .expect(201)
                .json()
                .path("documentId")
                .asString();

        problem(OTHER.get("/api/application/bags/" + bag), 404);
        problem(OTHER.put("/api/application/bags/" + bag + "/requirements/r1", Map.of("bringOriginal", true)), 404);
        problem(OTHER.post("/api/application/applications", Map.of("bagId", bag)), 404, 422);
        problem(OTHER.get("/api/application/documents/" + document + "/content"), 404);
        problem(OTHER.get("/api/application/applications/" + CODE), 404);
        problem(OTHER.post("/api/application/applications/" + CODE + "/withdrawal", Map.of()), 404);
        problem(OTHER.post("/api/notification/inbox/" + CODE.replace("-", "") + "-1/read", Map.of()), 404);
    }

    @Test
    void staffOfAnotherDepartmentOrDivisionDoNotSeeTheCase() {
        problem(House.as("reviewer2").post(CASE + "acceptance", Map.of()), 404);
        problem(House.as("reviewer3").post(CASE + "acceptance", Map.of()), 404);
    }

    @Test
    void aRoleThatMayNeverIsForbidden() {
        problem(OWNER.post(CASE + "acceptance", Map.of()), 403);
        problem(OWNER.get("/api/application/worklist"), 403);
        problem(OWNER.get("/api/tracking/" + CODE + "/card"), 403);
        problem(House.as("counter1").get("/api/application/worklist"), 403);
        problem(House.as("reviewer1").post("/api/application/bags", Map.of("listNo", "L")), 403);
        problem(OWNER.postText("/api/catalog/imports", "[]"), 403);
        problem(OWNER.putText("/api/catalog/reference/halls", "{}"), 403);
    }

    @Test
    void withoutATokenWhatIsSomebodysIsClosed() {
        Stream.of(
                        "/api/application/bags/x",
                        "/api/application/documents",
                        "/api/application/applications",
                        "/api/application/worklist",
                        "/api/notification/inbox",
                        "/api/identity/me",
                        "/api/tracking/" + CODE + "/card")
                .forEach(path -> problem(ANYBODY.get(path), 401));
    }

    @Test
    void tokensThatDoNotVerifyAreRefusedEvenOnPublicPaths() throws JOSEException {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject("5a0f2b7e-0c5d-4c39-9d55-3f6a3b1f0c01")
                .issuer(House.stack().base() + "/auth/realms/tongban")
                .claim("exp", Instant.now().plusSeconds(60).getEpochSecond())
                .claim("realm_access", Map.of("roles", List.of("admin", "reviewer", "citizen")))
                .build();
        SignedJWT forged = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

        for (String token : List.of("nonsense", new PlainJWT(claims).serialize(), forged.serialize())) {
            Conversation liar = ANYBODY.with("Authorization", "Bearer " + token);
            problem(liar.get("/api/tracking/" + CODE), 401);
            problem(liar.get("/api/catalog/items"), 401);
            problem(liar.get("/api/application/worklist"), 401);
        }
    }

    @Test
    void theInsideOfTheHouseIsNotReachable() {
        problem(ANYBODY.get("/internal/positions"), 404);
        problem(ANYBODY.get("/api/application/../internal/positions"), 404, 400);
        problem(ANYBODY.get("/actuator/env"), 404);
        assertThat(ANYBODY.get("/auth/realms/master").status()).isEqualTo(404);
        assertThat(ANYBODY.get("/auth/admin/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"items\":\"mr-individual-establish\",\"division\":\"511602\",\"applicant\":\"自然人\",\"answers\":{}}",
                "{\"items\":[\"mr-individual-establish\"],\"division\":\"511602\",\"applicant\":\"自然人\",\"answers\":{},\"extra\":1}",
                "{\"items\":[\"mr-individual-establish\"],\"division\":511602,\"applicant\":\"自然人\",\"answers\":{}}"
            })
    void anUnreadableInquiryIsABadRequest(String body) {
        problem(ANYBODY.postText("/api/catalog/inquiries", body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[\"no-such-item\"],\"division\":\"511602\",\"applicant\":\"自然人\",\"answers\":{}}",
                "{\"items\":[\"mr-individual-establish\"],\"division\":\"511602\",\"applicant\":\"自然人\",\"answers\":{\"agent\":\"maybe\"}}",
                "{\"items\":[\"mr-individual-establish\"],\"division\":\"511602\",\"applicant\":\"自然人\",\"answers\":{\"unasked\":\"yes\"}}",
                "{\"bundle\":\"open-restaurant\",\"division\":\"511602\",\"applicant\":\"自然人\",\"answers\":{}}"
            })
    void anInquiryThatIsNotAllowedNamesWhatIsWrong(String body) {
        Answer answer = ANYBODY.postText("/api/catalog/inquiries", body);

        problem(answer, 422);
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .startsWith("/");
    }

    @Test
    void aListWithOpenQuestionsIsNotIssued() {
        problem(
                ANYBODY.postText(
                        "/api/catalog/lists",
                        "{\"items\":[\"mr-individual-establish\"],\"division\":\"511602\",\"applicant\":\"自然人\",\"answers\":{}}"),
                422);
        problem(ANYBODY.get("/api/catalog/lists/L-511602-20261122-00000000"), 404);
    }

    @Test
    void aHugeBodyAMissingOneAndAnotherContentTypeAreRefused() {
        problem(ANYBODY.postText("/api/catalog/inquiries", "\"" + "x".repeat(1_100_000) + "\""), 413);
        problem(ANYBODY.postText("/api/catalog/inquiries", ""), 400);
        problem(OWNER.postText("/api/application/documents", "{}"), 415, 400);
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefused() {
        byte[] program = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff};

        problem(
                OWNER.upload(
                        "/api/application/documents",
                        "id.pdf",
                        program,
                        Map.of("kind", "id-card", "holder", "applicant")),
                415,
                422);
        problem(
                OWNER.upload(
                        "/api/application/documents",
                        "id.pdf",
                        "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII),
                        Map.of("kind", "no-such-kind", "holder", "applicant")),
                422);
    }

    @Test
    void aMistypedCodeIsToldSoWithoutALookUp() {
        char first = CODE.charAt(0) == 'A' ? 'B' : 'A';
        String mistyped = first + CODE.substring(1);

        Answer answer = ANYBODY.get("/api/tracking/" + mistyped);

        problem(answer, 404);
        assertThat(answer.json().path("detail").asString()).contains("校验");
        assertThat(Soon.of(
                                () -> ANYBODY.get("/api/tracking/"
                                        + CODE.toLowerCase(Locale.ROOT)
                                                .replace("-", " ")
                                                .replace(" ", "")),
                                found -> found.status() == 200)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo(CODE);
    }

    @Test
    void twoSubmissionsAtOnceAreOneApplication() {
        String bag = new Citizen(OWNER).fill();

        List<String> codes = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> OWNER.post("/api/application/applications", Map.of("bagId", bag))))
                .limit(6)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.expect(201).json().path("code").asString())
                .distinct()
                .toList();

        assertThat(codes).hasSize(1);
    }

    @Test
    void aKeyThatIsUsedAgainForSomethingElseIsRefused() {
        Conversation keyed = OWNER.with("Idempotency-Key", UUID.randomUUID().toString());
        String bag = new Citizen(OWNER).fill();
        String another = new Citizen(OWNER).fill();
        keyed.post("/api/application/applications", Map.of("bagId", bag)).expect(201);

        problem(keyed.post("/api/application/applications", Map.of("bagId", another)), 422);
    }

    @Test
    void aWithdrawnCaseTakesNoDecision() {
        String code = new Citizen(OWNER).submit();
        Conversation reviewer = House.as("reviewer1");
        OWNER.post("/api/application/applications/" + code + "/withdrawal", Map.of("reason", "改变主意"))
                .expect(200);

        problem(
                reviewer.post(
                        "/api/application/applications/" + code + "/cases/1/decision",
                        Map.of("outcome", "REFUSED", "reasons", "x")),
                409);
        problem(OWNER.post("/api/application/applications/" + code + "/withdrawal", Map.of()), 409);
    }

    @Test
    void aRefusalWithoutReasonsAndAnUnknownOutcomeAreRefused() {
        String code = new Citizen(OWNER).submit();
        Conversation reviewer = House.as("reviewer1");
        String decision = "/api/application/applications/" + code + "/cases/1/";
        reviewer.post(decision + "acceptance", Map.of()).expect(200);

        problem(reviewer.post(decision + "decision", Map.of("outcome", "REFUSED")), 422);
        problem(reviewer.post(decision + "decision", Map.of("outcome", "PERHAPS", "reasons", "x")), 400);
    }

    @Test
    void aScanOfAMalformedCodeIsRefusedAndAReusedScanIdWithOtherContentIsAConflict() {
        Conversation counter = House.as("counter1");
        String scanId = UUID.randomUUID().toString();
        counter.post("/api/tracking/scans", Scanner.scan(scanId, CODE, "ARRIVED"))
                .expect(201);

        problem(counter.post("/api/tracking/scans", Scanner.scan(scanId, CODE, "POSTED")), 409);
        problem(
                counter.post(
                        "/api/tracking/scans",
                        Scanner.scan(UUID.randomUUID().toString(), "0000-0000-0000-0001", "ARRIVED")),
                422);
    }

    @Test
    void problemsSpeakTheCallersLanguage() {
        Answer english = ANYBODY.with("Accept-Language", "en").get("/api/catalog/items/no-such-item");

        problem(english, 404);
        assertThat(english.json().path("title").asString()).isEqualTo("Not found");
    }

    private static void problem(Answer answer, Integer... statuses) {
        assertThat(answer.status()).as("%s: %s", answer.asked(), answer.body()).isIn((Object[]) statuses);
        assertThat(answer.json().path("type").asString())
                .as("%s: %s", answer.asked(), answer.body())
                .startsWith("https://tongban.org/problems/");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("traceId").asString()).isNotBlank();
    }
}
