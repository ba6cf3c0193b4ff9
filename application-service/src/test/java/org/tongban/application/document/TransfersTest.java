package org.tongban.application.document;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.tongban.application.RunningService;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.problem.Busy;

/** Files on their way hold little memory, no thread, and never all there is. */
@TestPropertySource(
        properties = {
            "server.tomcat.threads.max=4",
            "server.tomcat.connection-timeout=5s",
            "tongban.document.download.at-once=6",
            "tongban.document.download.patience=6s",
            "tongban.document.download.slowest=100MB",
        })
final class TransfersTest extends RunningService {
    private static final String PATH = "/api/application/documents";
    private static final String CALENDAR = "/api/application/calendar?from=2026-01-05&n=1&unit=WORKING_DAY";
    private static final byte[] LARGE = new byte[12 * 1024 * 1024];
    /** So little at a time that the file cannot come to its end before its time is over, on however quick a machine. */
    private static final int SIP = 64;

    private static final byte[] SMALL = "%PDF-1.7\n%%EOF\n".getBytes(US_ASCII);

    @TempDir
    private static Path parts;

    @Autowired
    private Documents documents;

    @Autowired
    private Downloads downloads;

    @LocalServerPort
    private int port;

    private final List<Socket> open = new ArrayList<>();

    @DynamicPropertySource
    static void partsFolder(DynamicPropertyRegistry properties) {
        properties.add("spring.servlet.multipart.location", parts::toString);
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void moreUnreadDownloadsThanThreadsHoldUpNobodyAndAreCutOff() throws Exception {
        List<String> people = Stream.generate(OpaqueId::next).limit(3).toList();
        List<Socket> unread = new ArrayList<>();
        for (String person : people) {
            String id = has(person);
            unread.add(asks(person, id));
            unread.add(asks(person, id));
        }

        assertThat(get("", CALENDAR).status()).isEqualTo(200);

        await(() -> downloads.underWay() == 0);
        for (Socket socket : unread) {
            assertThat(received(socket)).isPositive().isLessThan(LARGE.length);
        }
        assertThat(get("citizen~" + people.get(0), PATH + "/" + has(people.get(0), SMALL) + "/content")
                        .response()
                        .body())
                .isEqualTo(SMALL);
        await(() -> downloads.underWay() == 0);
    }

    @Test
    void whoTakesLittleByLittleForEverIsCutOffToo() throws Exception {
        String person = OpaqueId.next();
        Socket drip = asks(person, has(person));
        await(() -> downloads.underWay() == 1);
        long received = 0;

        while (downloads.underWay() > 0) {
            received += drip.getInputStream().readNBytes(SIP).length;
            assertThat(get("", CALENDAR).status()).isEqualTo(200);
        }

        assertThat(received + received(drip)).isLessThan(LARGE.length);
    }

    @Test
    void aThirdDownloadOfOnePersonWaitsForTheFirst() throws Exception {
        String person = OpaqueId.next();
        String id = has(person);
        Socket first = asks(person, id);
        asks(person, id);
        await(() -> downloads.underWay() == 2);

        Reply third = get("citizen~" + person, PATH + "/" + id + "/content");

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).isEqualTo("5");
        assertThat(third.text("/detail")).contains("2 files on their way");
        first.close();
        await(() -> downloads.underWay() < 2);
        assertThat(get("citizen~" + person, PATH + "/" + has(person, SMALL) + "/content")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBulkheadGivesEachPlaceBackOnce() {
        Bulkhead bulkhead = new Bulkhead(3, 2);
        Bulkhead.Place first = bulkhead.enter("a");
        bulkhead.enter("a");
        assertThatThrownBy(() -> bulkhead.enter("a")).isInstanceOf(TooManyTransfers.class);
        bulkhead.enter("b");
        assertThatThrownBy(() -> bulkhead.enter("c")).isInstanceOf(Busy.class);

        first.close();
        first.close();

        bulkhead.enter("a");
        assertThatThrownBy(() -> bulkhead.enter("c")).isInstanceOf(Busy.class);
        assertThat(bulkhead.taken()).isEqualTo(3);
    }

    @Test
    void noUploadLeavesAFileBehindHoweverItEnds() throws Exception {
        String person = "citizen~" + OpaqueId.next();
        long before = uploads();

        int taken = send(Multipart.pdf("id-card", "applicant", "x").on(request(person, PATH)))
                .status();
        int refused = send(Multipart.pdf("dragon", "applicant", "x").on(request(person, PATH)))
                .status();
        int broken = send(new Multipart().file("file", "a.pdf", LARGE).brokenOn(request(person, PATH)))
                .status();
        int tooLarge = send(new Multipart()
                        .file("file", "a.pdf", new byte[20 * 1024 * 1024 + 1])
                        .field("kind", "id-card")
                        .field("holder", "applicant")
                        .on(request(person, PATH)))
                .status();

        assertThat(List.of(taken, refused, broken, tooLarge)).containsExactly(201, 422, 400, 413);
        assertThat(uploads()).isEqualTo(before);
        try (Stream<Path> left = Files.list(parts)) {
            assertThat(left).isEmpty();
        }
    }

    private static long uploads() throws IOException {
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return left.filter(file -> file.getFileName().toString().startsWith(Arrived.OWN))
                    .count();
        }
    }

    private String has(String person) {
        return has(person, LARGE);
    }

    private String has(String person, byte[] file) {
        Document document = new Document(
                OpaqueId.next(),
                person,
                "id-card",
                "applicant",
                Documents.DIGEST_PREFIX + Sha256.hex(file),
                "application/pdf",
                file.length,
                Grade.C,
                Provenance.UPLOADED,
                clock.instant(),
                null);
        documents.add(document, new ByteArrayInputStream(file));
        return document.documentId();
    }

    /** Asks for a file and reads nothing of it. */
    private Socket asks(String person, String documentId) throws IOException {
        Socket socket = new Socket();
        open.add(socket);
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(("GET " + PATH + "/" + documentId + "/content HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer"
                                + " citizen~" + person + "\r\n\r\n")
                        .getBytes(US_ASCII));
        return socket;
    }

    /** What still comes until the other side hangs up. */
    private static long received(Socket socket) {
        long all = 0;
        byte[] some = new byte[65536];
        try {
            for (int n = socket.getInputStream().read(some);
                    n > 0;
                    n = socket.getInputStream().read(some)) {
                all += n;
            }
        } catch (IOException reset) {
            return all;
        }
        return all;
    }

    private interface Fact {
        boolean holds();
    }

    private static void await(Fact fact) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fact.holds()) {
            assertThat(System.nanoTime()).as("it came to be in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
