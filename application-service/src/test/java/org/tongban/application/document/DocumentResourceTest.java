package org.tongban.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.application.RunningService;
import org.tongban.application.result.IssuedDocument;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.problem.Said;

final class DocumentResourceTest extends RunningService {
    private static final String PATH = "/api/application/documents";
    private static final String OWNER = "citizen~citizen1";
    private static final byte[] EXE = {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    @Autowired
    private Documents documents;

    @Test
    void anUploadIsADocumentOfGradeC() throws Exception {
        Reply created = upload(OWNER, Multipart.pdf("id-card", "applicant", "one"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo(PATH + "/" + created.text("/documentId"));
        assertThat(created.text("/kind")).isEqualTo("id-card");
        assertThat(created.text("/holder")).isEqualTo("applicant");
        assertThat(created.text("/grade")).isEqualTo("C");
        assertThat(created.text("/mediaType")).isEqualTo("application/pdf");
        assertThat(created.json().path("size").asInt()).isEqualTo(20);
        assertThat(created.text("/digest"))
                .isEqualTo("sha-256:" + Sha256.hex("%PDF-1.7\n%one\n%%EOF\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(get(OWNER, created.header("Location")).json()).isEqualTo(created.json());
    }

    @Test
    void itsContentIsADownloadThatNoBrowserOpensOrSniffs() throws Exception {
        String location = upload(OWNER, Multipart.pdf("form:mr-food-operation-new#1", "applicant", "two"))
                .header("Location");

        Reply content = get(OWNER, location + "/content");

        assertThat(content.body()).isEqualTo("%PDF-1.7\n%two\n%%EOF\n");
        assertThat(content.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(content.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("form-mr-food-operation-new-1.pdf");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(content.header("Cache-Control")).contains("no-store");
        assertThat(content.header("Content-Length")).isEqualTo("20");
        String digest =
                Base64.getEncoder().encodeToString(Sha256.of(content.body().getBytes(StandardCharsets.UTF_8)));
        assertThat(content.header("Repr-Digest")).isEqualTo("sha-256=:" + digest + ":");
    }

    @Test
    void aStrangerFindsNothing() throws Exception {
        String location =
                upload(OWNER, Multipart.pdf("id-card", "applicant", "mine")).header("Location");

        assertThat(get("citizen~citizen2", location).status()).isEqualTo(404);
        assertThat(get("citizen~citizen2", location + "/content").status()).isEqualTo(404);
        assertThat(get("citizen~citizen2", PATH).body()).doesNotContain(location.substring(PATH.length() + 1));
        assertThat(get("reviewer~reviewer1", location).status()).isEqualTo(403);
        assertThat(get("", location).status()).isEqualTo(401);
        assertThat(get("forged", location).status()).isEqualTo(401);
    }

    @Test
    void aProgramNamedPdfIsRefusedByItsContent() throws Exception {
        Reply refused = upload(
                OWNER,
                new Multipart()
                        .file("file", "id.pdf", EXE)
                        .field("kind", "id-card")
                        .field("holder", "applicant"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/file");
        assertThat(refused.text("/detail")).contains("application/x-").contains("application/pdf");
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void anOfdIsKnownByWhatIsInItAndAnyOtherZipIsNot() throws Exception {
        assertThat(upload(OWNER, zip("OFD.xml")).text("/mediaType")).isEqualTo("application/ofd");
        assertThat(upload(OWNER, zip("evil.xml")).status()).isEqualTo(422);
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        Multipart empty = new Multipart()
                .file("file", "a.pdf", new byte[0])
                .field("kind", "id-card")
                .field("holder", "applicant");

        assertThat(upload(OWNER, empty).pointers()).containsExactly("/file");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithItsLimit() throws Exception {
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        Multipart tooLarge = new Multipart()
                .file("file", "a.pdf", large)
                .field("kind", "id-card")
                .field("holder", "applicant");

        Reply refused = upload(OWNER, tooLarge);

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("/detail")).contains("20971520");
    }

    @Test
    void aFileMayHaveALongNameAndOneBeyondAllReasonIsToldSo() throws Exception {
        for (int length : new int[] {140, 255}) {
            assertThat(upload(OWNER, named("食".repeat(length))).status())
                    .as(length + " characters")
                    .isEqualTo(201);
        }
        Reply refused = upload(OWNER, named("食".repeat(4_000)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/file");
    }

    private static Multipart named(String name) {
        return new Multipart()
                .file("file", name + ".pdf", ("%PDF-1.7\n%" + name + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8))
                .field("kind", "id-card")
                .field("holder", "applicant");
    }

    @Test
    void aBrokenBodyIsABadRequest() throws Exception {
        Multipart body = new Multipart().file("file", "a.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));

        assertThat(send(body.brokenOn(request(OWNER, PATH))).status()).isEqualTo(400);
        assertThat(post(OWNER, PATH, "{}").status()).isEqualTo(415);
    }

    @Test
    void unknownMissingAndDoubledPartsAreNamed() throws Exception {
        assertThat(upload(OWNER, Multipart.pdf("id-card", "applicant", "x").field("grade", "A"))
                        .pointers())
                .containsExactly("/grade");
        assertThat(upload(OWNER, Multipart.pdf("id-card", "applicant", "x").file("other", "b.pdf", EXE))
                        .pointers())
                .containsExactly("/other");
        assertThat(upload(OWNER, Multipart.pdf("id-card", "applicant", "x").field("kind", "id-card"))
                        .pointers())
                .containsExactly("/kind");
        assertThat(upload(OWNER, new Multipart().field("kind", "id-card").field("holder", "applicant"))
                        .pointers())
                .containsExactly("/file");
    }

    @Test
    void aKindThatTheCatalogueDoesNotKnowAndAnUnknownHolderAreRefused() throws Exception {
        Reply kind = upload(OWNER, Multipart.pdf("dragon-licence", "applicant", "x"));
        Reply holder = upload(OWNER, Multipart.pdf("id-card", "dragon", "x"));

        assertThat(kind.status()).isEqualTo(422);
        assertThat(kind.pointers()).containsExactly("/kind");
        assertThat(holder.pointers()).containsExactly("/holder");
        assertThat(upload(OWNER, Multipart.pdf("form:NONE", "applicant", "x")).pointers())
                .containsExactly("/kind");
    }

    @Test
    void aRepeatUnderTheSameKeyIsTheSameDocumentAndOtherContentIsRefused() throws Exception {
        String key = OpaqueId.next();

        Reply first = upload(OWNER, Multipart.pdf("id-card", "applicant", "same"), key);
        Reply again = upload(OWNER, Multipart.pdf("id-card", "applicant", "same"), key);
        Reply other = upload(OWNER, Multipart.pdf("id-card", "applicant", "other"), key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void theListIsInPagesNewestFirst() throws Exception {
        String owner = "citizen~" + OpaqueId.next();
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clock.tick(Duration.ofSeconds(i % 2));
            added.add(
                    0,
                    upload(owner, Multipart.pdf("id-card", "applicant", "n" + i))
                            .text("/documentId"));
        }

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Reply page = get(owner, PATH + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.json()
                    .path("items")
                    .forEach(item -> seen.add(item.path("documentId").asString()));
            next = page.json().path("next").isNull() ? "" : page.text("/next");
        } while (!next.isEmpty());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(added).doesNotHaveDuplicates();
        assertThat(seen.get(4)).isEqualTo(added.get(4));
        assertThat(get(owner, PATH + "?limit=0").status()).isEqualTo(400);
        assertThat(get(owner, PATH + "?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void anIssuedDocumentIsStoredOnceHoweverOftenItIsTold() throws Exception {
        String owner = OpaqueId.next();
        IssuedDocument issued = new IssuedDocument(
                Sha256.hex(owner.getBytes(StandardCharsets.UTF_8)),
                owner,
                "individual-business-licence",
                "organisation",
                "{\"kind\":\"individual-business-licence\"}",
                clock.instant(),
                null,
                TrackingCode.parse("0000-0000-0000-0000"),
                1);

        documents.upsert(issued);
        documents.upsert(issued);

        Reply list = get("citizen~" + owner, PATH);
        assertThat(list.json().path("items").size()).isEqualTo(1);
        assertThat(list.text("/items/0/grade")).isEqualTo("A");
        assertThat(get("citizen~" + owner, PATH + "/" + issued.documentId() + "/content")
                        .body())
                .isEqualTo(issued.content());
    }

    @Test
    void equalBytesOfTwoOwnersAreKeptOnceAndStayTheirOwn() throws Exception {
        String second = "citizen~" + OpaqueId.next();

        Reply mine = upload(OWNER, Multipart.pdf("id-card", "applicant", "twice"));
        Reply theirs = upload(second, Multipart.pdf("id-card", "applicant", "twice"));

        assertThat(theirs.text("/digest")).isEqualTo(mine.text("/digest"));
        assertThat(theirs.text("/documentId")).isNotEqualTo(mine.text("/documentId"));
        assertThat(get(second, theirs.header("Location") + "/content").body()).contains("twice");
    }

    @Test
    void anOwnerDeletesWhatNothingUses() throws Exception {
        String location =
                upload(OWNER, Multipart.pdf("id-card", "applicant", "wrong")).header("Location");

        Reply stranger = send(request("citizen~citizen2", location).DELETE());
        Reply deleted = send(request(OWNER, location).DELETE());

        assertThat(stranger.status()).isEqualTo(404);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(get(OWNER, location).status()).isEqualTo(404);
        assertThat(send(request(OWNER, location).DELETE()).status()).isEqualTo(404);
    }

    @Test
    void whatAnApplicationHoldsStays() throws Exception {
        String documentId =
                upload(OWNER, Multipart.pdf("id-card", "applicant", "held")).text("/documentId");
        Deletions deletions = new Deletions(documents, List.of(document -> Optional.of(new Said("用着", "in use"))));
        Document held = documents.find("citizen1", documentId).orElseThrow();

        assertThatThrownBy(() -> deletions.delete(held))
                .isInstanceOf(NotNow.class)
                .hasMessage("in use");

        assertThat(documents.owned("citizen1", List.of(documentId))).containsExactly(held);
        assertThat(documents.content(held).next()).isPresent();
    }

    @Test
    void whatIsAboutToBeDeletedIsPutIntoNoBag() throws Exception {
        String documentId =
                upload(OWNER, Multipart.pdf("id-card", "applicant", "going")).text("/documentId");
        Document going = documents.find("citizen1", documentId).orElseThrow();

        documents.setAside(going);

        assertThat(documents.owned("citizen1", List.of(documentId))).isEmpty();
        clock.tick(Duration.ofMinutes(2));
        assertThat(documents.owned("citizen1", List.of(documentId)))
                .as("whoever was about to has died")
                .containsExactly(going);
    }

    private Reply upload(String who, Multipart body) throws Exception {
        return send(body.on(request(who, PATH)));
    }

    private Reply upload(String who, Multipart body, String key) throws Exception {
        return send(body.on(request(who, PATH).header("Idempotency-Key", key)));
    }

    private static Multipart zip(String entry) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }
        return new Multipart()
                .file("file", "a.ofd", bytes.toByteArray())
                .field("kind", "id-card")
                .field("holder", "applicant");
    }
}
