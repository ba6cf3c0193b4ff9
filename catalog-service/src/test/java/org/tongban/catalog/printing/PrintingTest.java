package org.tongban.catalog.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The presses, of which there is one here, and who waits for it. */
class PrintingTest {
    private static final String HTML = "<html><head><style>\n/*faces*/\n</style></head><body>清单</body></html>";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final CountDownLatch pressing = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final Prints prints = prints(LONG);

    @AfterEach
    void close() {
        released.countDown();
        prints.destroy();
    }

    @Test
    void aPageAndAPaperHaveTheirFontsInside() {
        Printing printing = new Printing(properties(LONG));

        assertThat(new String(printing.page(HTML), StandardCharsets.UTF_8)).contains("@font-face", "清单");
        assertThat(printing.pdf(HTML)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aPrintIsMadeOnceHoweverOftenItIsAskedFor() {
        AtomicInteger times = new AtomicInteger();
        Supplier<byte[]> making = () -> new byte[] {(byte) times.incrementAndGet()};

        assertThat(prints.of("a", "one", making)).containsExactly(1);
        assertThat(prints.of("a", "two", making)).containsExactly(1);
        assertThat(prints.of("b", "two", making)).containsExactly(2);
    }

    @Test
    void whoAsksForWhatIsBeingMadeGetsTheSame() throws InterruptedException {
        CompletableFuture<byte[]> first = held();

        CompletableFuture<byte[]> second = ask("held", "two");
        released.countDown();

        assertThat(first).succeedsWithin(LONG);
        assertThat(second).succeedsWithin(LONG);
        assertThat(made).containsExactly("held");
    }

    @Test
    void manyPrintsOfOneCallerKeepNobodyElseWaitingBehindThem() throws InterruptedException {
        CompletableFuture<byte[]> running = held();
        PrintQueue queue = new PrintQueue(4, 3);
        for (String etag : List.of("one-1", "one-2", "one-3")) {
            queue.add("stranger", () -> made.add(etag));
        }
        queue.add("other", () -> made.add("two-1"));

        assertThatThrownBy(() -> queue.add("stranger", () -> {}))
                .isInstanceOfSatisfying(TooManyPrints.class, refusal -> {
                    assertThat(refusal.type().status()).isEqualTo(429);
                    assertThat(refusal.retryAfter()).isNotNull();
                });
        assertThatThrownBy(() -> queue.add("third", () -> {})).isInstanceOf(PrintBusy.class);
        for (int i = 0; i < 4; i++) {
            queue.next().run();
        }
        assertThat(made).containsExactly("one-1", "two-1", "one-2", "one-3");

        released.countDown();
        assertThat(running).succeedsWithin(LONG);
    }

    @Test
    void whatTakesTooLongIsMadeNeverthelessAndFoundTheNextTime() throws InterruptedException {
        Prints impatient = prints(Duration.ofMillis(1));
        assertThatThrownBy(() -> impatient.of("held", "one", this::hold))
                .isInstanceOfSatisfying(PrintBusy.class, refusal -> {
                    assertThat(refusal.type().status()).isEqualTo(503);
                    assertThat(refusal.retryAfter()).isNotNull();
                });

        pressing.await();
        released.countDown();
        impatient.destroy();

        assertThat(impatient.isIdle(LONG)).isTrue();
        assertThat(impatient.of("held", "one", () -> new byte[] {9})).containsExactly(1);
    }

    @Test
    void aPrintThatFailsLeavesThePressFreeAndIsTriedAgain() {
        assertThatThrownBy(() -> prints.of("a", "one", () -> {
                    throw new IllegalStateException("paper jam");
                }))
                .hasRootCauseMessage("paper jam");

        assertThat(prints.of("a", "one", () -> new byte[] {1})).containsExactly(1);
    }

    /** A print that holds the press until it is released. */
    private CompletableFuture<byte[]> held() throws InterruptedException {
        CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(() -> prints.of("held", "one", this::hold));
        pressing.await();
        return first;
    }

    private byte[] hold() {
        pressing.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        made.add("held");
        return new byte[] {1};
    }

    private CompletableFuture<byte[]> ask(String etag, String caller) {
        return CompletableFuture.supplyAsync(() -> prints.of(etag, caller, () -> {
            made.add(etag);
            return new byte[] {2};
        }));
    }

    private static Prints prints(Duration patience) {
        return new Prints(properties(patience));
    }

    private static PrintProperties properties(Duration patience) {
        return new PrintProperties(null, 1, 4, 3, patience, DataSize.ofMegabytes(1));
    }
}
