package org.tongban.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.tongban.application.RunningService;
import org.tongban.platform.code.OpaqueId;

/** An owner's store has an end, and what is deleted makes room. */
@TestPropertySource(properties = {"tongban.document.quota.files=3", "tongban.document.quota.size=2MB"})
final class QuotaTest extends RunningService {
    private static final String PATH = "/api/application/documents";

    private final String owner = "citizen~" + OpaqueId.next();

    @Test
    void theFileAfterTheLastIsRefusedWithTheSumAndWhatToDo() throws Exception {
        String first = upload("1").header("Location");
        upload("2");
        upload("3");

        Reply refused = upload("4");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/file");
        assertThat(refused.text("/detail")).contains("3 uploaded documents", "limit is 3", "DELETE");
        assertThat(send(request(owner, first).DELETE()).status()).isEqualTo(204);
        assertThat(upload("4").status()).isEqualTo(201);
    }

    @Test
    void soIsTheByteAfterTheLast() throws Exception {
        assertThat(upload(1_500_000).status()).isEqualTo(201);

        Reply refused = upload(600_000);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail")).contains("of 1.4 MB in all", "has 0.6 MB", "2 MB");
        assertThat(upload(400_000).status()).isEqualTo(201);
    }

    @Test
    void aRepeatOfWhatIsThereNeedsNoRoom() throws Exception {
        String key = OpaqueId.next();
        Reply first = upload("1", key);
        upload("2");
        upload("3");

        Reply again = upload("1", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/documentId")).isEqualTo(first.text("/documentId"));
    }

    private Reply upload(String says) throws Exception {
        return upload(says, OpaqueId.next());
    }

    private Reply upload(String says, String key) throws Exception {
        return send(Multipart.pdf("id-card", "applicant", says)
                .on(request(owner, PATH).header("Idempotency-Key", key)));
    }

    private Reply upload(int size) throws Exception {
        byte[] file = new byte[size];
        byte[] head = {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n'};
        System.arraycopy(head, 0, file, 0, head.length);
        return send(new Multipart()
                .file("file", "a.pdf", file)
                .field("kind", "id-card")
                .field("holder", "applicant")
                .on(request(owner, PATH)));
    }
}
