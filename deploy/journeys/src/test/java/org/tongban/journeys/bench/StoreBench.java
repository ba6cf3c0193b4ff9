package org.tongban.journeys.bench;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.bson.Document;

/**
 * Each statement of ours at 1,000 and at 100,000 documents of each kind, in turns on two stores side by side, so that
 * whatever else the machine does falls on both. No median may be more than 3 × the other.
 */
final class StoreBench {
    private static final int SMALL = 1_000;
    private static final int LARGE = Integer.getInteger("tongban.bench.applications", 100_000);
    private static final double MOST = 3;
    private static final int BATCH = 500;
    private static final int TURNS = 20;
    private static final long TURN_NANOS = 100_000_000;
    private static final int FEWEST_A_TURN = 5;
    private static final int MOST_A_TURN = 50;
    private static final List<Shelf> SHELVES = List.of(
            new ApplicationShelf(),
            new BagShelf(),
            new DocumentShelf(),
            new TimelineShelf(),
            new CorrespondenceShelf(),
            PlatformShelves.idempotency(),
            PlatformShelves.parked(),
            PlatformShelves.farPositions(),
            PlatformShelves.people());

    private StoreBench() {}

    static boolean holds() throws IOException {
        try (StoreProcess small = StoreProcess.start();
                StoreProcess large = StoreProcess.start()) {
            fill(small, SMALL);
            fill(large, LARGE);
            System.out.printf(
                    Locale.ROOT,
                    "%-40s %10s %10s %10s %10s %7s%n",
                    "store, milliseconds",
                    "p50 " + SMALL,
                    "p99",
                    "p50 " + LARGE,
                    "p99",
                    "ratio");
            boolean holds = true;
            for (Shelf shelf : SHELVES) {
                holds &= holds(shelf, documents(small, shelf), documents(large, shelf));
            }
            System.out.println();
            return holds;
        }
    }

    /** Starts it again afterwards, as a store of so many documents has been. */
    private static void fill(StoreProcess store, int of) throws IOException {
        SHELVES.forEach(shelf -> fill(documents(store, shelf), shelf, of));
        store.restart();
    }

    private static void fill(MongoCollection<Document> documents, Shelf shelf, int of) {
        shelf.declare(documents);
        List<Document> batch = new ArrayList<>(BATCH);
        for (int n = 0; n < of; n++) {
            batch.add(shelf.document(n, of));
            if (batch.size() == BATCH || n == of - 1) {
                documents.insertMany(batch);
                batch.clear();
            }
        }
    }

    private static MongoCollection<Document> documents(StoreProcess store, Shelf shelf) {
        return store.database().getCollection(shelf.collection());
    }

    private static boolean holds(Shelf shelf, MongoCollection<Document> few, MongoCollection<Document> many) {
        boolean holds = true;
        List<Statement> atFew = shelf.statements(SMALL);
        List<Statement> atMany = shelf.statements(LARGE);
        for (int at = 0; at < atFew.size(); at++) {
            holds &= holds(new Trial(atFew.get(at), few, SMALL), new Trial(atMany.get(at), many, LARGE));
        }
        return holds;
    }

    private static boolean holds(Trial few, Trial many) {
        few.warmUp();
        many.warmUp();
        for (int turn = 0; turn < TURNS; turn++) {
            few.takeTurn();
            many.takeTurn();
        }
        double ratio = many.quantile(0.5) / few.quantile(0.5);
        System.out.printf(
                Locale.ROOT,
                "%-40s %10.3f %10.3f %10.3f %10.3f %7.2f%s%n",
                few.statement.name(),
                few.quantile(0.5),
                few.quantile(0.99),
                many.quantile(0.5),
                many.quantile(0.99),
                ratio,
                ratio > MOST ? "  more than " + MOST : "");
        return ratio <= MOST;
    }

    /** One statement on one store, asked again and again about documents drawn at random. */
    private static final class Trial {
        private final Statement statement;
        private final MongoCollection<Document> documents;
        private final int of;
        private final Random random = new Random(1);
        private final List<Double> millis = new ArrayList<>();

        Trial(Statement statement, MongoCollection<Document> documents, int of) {
            this.statement = statement;
            this.documents = documents;
            this.of = of;
        }

        void warmUp() {
            for (int turn = 0; turn < 4; turn++) {
                takeTurn();
            }
            millis.clear();
        }

        void takeTurn() {
            long end = System.nanoTime() + TURN_NANOS;
            for (int asked = 0; asked < MOST_A_TURN; asked++) {
                if (asked >= FEWEST_A_TURN && System.nanoTime() > end) {
                    return;
                }
                int n = random.nextInt(of);
                long begin = System.nanoTime();
                long found = statement.asked().of(documents, n);
                millis.add((System.nanoTime() - begin) / 1e6);
                if (found == 0) {
                    throw new IllegalStateException(statement.name() + " found nothing for number " + n);
                }
            }
        }

        double quantile(double part) {
            List<Double> sorted = millis.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
        }
    }
}
