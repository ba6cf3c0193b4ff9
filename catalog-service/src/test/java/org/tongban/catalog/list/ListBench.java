package org.tongban.catalog.list;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.catalog.CatalogService;
import org.tongban.catalog.MockBroker;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Edition;
import org.tongban.catalog.item.Handling;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.reference.References;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.kit.TestStore;
import tools.jackson.databind.JsonNode;

/**
 * What issuing a list costs against signing and inserting alone, and whether the number of items matters; prints
 * ratios. What is compared takes turns, call by call, so that whatever else the machine does burdens both alike.
 */
public final class ListBench {
    private static final int FEW = 1_262;
    private static final int MANY = 100_000;
    private static final int WARM_UP = 500;
    private static final int ROUNDS = 1_000;
    private static final Wish WISH = Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal");

    private ListBench() {}

    /** Something that is measured, and what it took in nanoseconds. */
    private static final class Measured {
        private final Runnable work;
        private final long[] took = new long[ROUNDS];

        Measured(Runnable work) {
            this.work = work;
        }

        /** Does it once more, and keeps the time of a round that counts. */
        void run(int round) {
            long begin = System.nanoTime();
            work.run();
            if (round >= 0) {
                took[round] = System.nanoTime() - begin;
            }
        }

        double at(double share) {
            long[] sorted = took.clone();
            Arrays.sort(sorted);
            return sorted[(int) (ROUNDS * share)] / (double) TimeUnit.MICROSECONDS.toNanos(1);
        }

        double median() {
            return at(0.5);
        }

        double p99() {
            return at(0.99);
        }
    }

    public static void main(String[] args) throws Exception {
        Path keys = Files.createTempDirectory("list-keys");
        SampleKeys.write(keys, "bench");
        try (ConfigurableApplicationContext few = catalog("bench_few", keys);
                ConfigurableApplicationContext many = catalog("bench_many", keys)) {
            fill(few, FEW);
            fill(many, MANY);
            compare("inquiry", inquiry(few), inquiry(many));
            compare("list", issue(few), issue(many));
            cost(few);
        }
        System.exit(0);
    }

    private static void cost(ConfigurableApplicationContext catalog) {
        ListKeys keys = catalog.getBean(ListKeys.class);
        MongoCollection<Document> bare = database(catalog).getCollection("bare");
        ListBody body = SampleLists.body(WISH);
        IssuedList ready = SampleLists.issued(WISH, keys);
        Measured insert = new Measured(() -> bare.insertOne(new Document("_id", "bare-" + System.nanoTime())
                .append("body", ready.body())
                .append("jws", ready.jws())));
        Measured sign = new Measured(
                () -> Objects.requireNonNull(IssuedList.sign(body, List.of(), keys.signing(Instant.now()), 30)));
        Measured issue = issue(catalog);
        takeTurns(insert, sign, issue);
        say(
                "sign %.0f µs, bare insert %.0f µs, issue a list %.0f µs (medians)",
                sign.median(), insert.median(), issue.median());
        say("issue / (sign + bare insert) = %.2f", issue.median() / (sign.median() + insert.median()));
    }

    private static void compare(String what, Measured few, Measured many) {
        takeTurns(few, many);
        say(
                "%s with %,d items: median %.0f, p99 %.0f µs; with %,d: median %.0f, p99 %.0f µs",
                what, FEW, few.median(), few.p99(), MANY, many.median(), many.p99());
        say("%s, many / few: median %.2f, p99 %.2f", what, many.median() / few.median(), many.p99() / few.p99());
    }

    private static void takeTurns(Measured... all) {
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            for (Measured each : all) {
                each.run(i);
            }
        }
    }

    private static Measured inquiry(ConfigurableApplicationContext catalog) {
        Inquiries inquiries = catalog.getBean(Inquiries.class);
        return new Measured(() -> Objects.requireNonNull(inquiries.draft(WISH).unnumberedLines()));
    }

    private static Measured issue(ConfigurableApplicationContext catalog) {
        ListIssuing issuing = catalog.getBean(ListIssuing.class);
        return new Measured(
                () -> Objects.requireNonNull(issuing.issue(issuing.number(WISH.division()), WISH, null, false)));
    }

    private static ConfigurableApplicationContext catalog(String database, Path keys) {
        ConfigurableApplicationContext catalog = new SpringApplication(CatalogService.class, MockBroker.class)
                .run(
                        "--spring.mongodb.uri=" + TestStore.uri(),
                        "--tongban.database=" + database,
                        "--tongban.list.keys=" + keys,
                        "--tongban.upkeep.every=1h");
        for (String file : List.of("divisions", "document-kinds", "halls", "bundles", "exclusions", "wording")) {
            JsonNode tree = RealData.tree(file);
            database(catalog)
                    .getCollection("reference")
                    .insertOne(new Document("_id", file)
                            .append("digest", "sha-256:" + CanonicalJson.sha256Hex(tree))
                            .append("text", tree.toString()));
        }
        catalog.getBean(References.class).refresh();
        Items items = catalog.getBean(Items.class);
        RealData.gsi().forEach((id, gsi) -> items.publish(id, edition(gsi), "bench"));
        return catalog;
    }

    private static Edition edition(JsonNode gsi) {
        String text = CanonicalJson.text(gsi);
        Item item = ItemReader.read(gsi);
        return new Edition(
                text,
                "sha-256:" + Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                item.name(),
                item.department(),
                item.national() || item.division() == null
                        ? null
                        : item.division().code(),
                Handling.keys(item),
                List.of(),
                Instant.EPOCH);
    }

    /** Adds copies of a real item under other ids, which nobody's guide overrides, until there are so many. */
    private static void fill(ConfigurableApplicationContext catalog, int wanted) {
        MongoCollection<BsonDocument> items = database(catalog).getCollection("items", BsonDocument.class);
        BsonDocument real = Objects.requireNonNull(
                items.find(Filters.eq("_id", "mr-food-operation-new")).first());
        List<BsonDocument> batch = new ArrayList<>();
        for (long n = items.countDocuments(); n < wanted; n++) {
            String id = "zz-" + n;
            BsonDocument copy = real.clone().append("_id", new BsonString(id));
            copy.getDocument("edition").put("handles", new BsonArray(List.of(new BsonString("id:" + id))));
            batch.add(copy);
            if (batch.size() == 1_000 || n == wanted - 1) {
                items.insertMany(batch);
                batch.clear();
            }
        }
        say("%,d items", items.countDocuments());
    }

    private static MongoDatabase database(ConfigurableApplicationContext catalog) {
        return catalog.getBean(MongoDatabase.class);
    }

    private static void say(String line, Object... facts) {
        System.out.println(String.format(Locale.ROOT, line, facts));
    }
}
