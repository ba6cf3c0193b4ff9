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
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.catalog.CatalogService;
import org.tongban.catalog.MockBroker;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Edition;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.reference.References;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.kit.TestStore;
import tools.jackson.databind.JsonNode;

/** What issuing costs against signing and inserting alone, and whether the number of items matters; prints ratios. */
public final class ListBench {
    private static final int FEW = 1_262;
    private static final int MANY = 100_000;
    private static final int ROUNDS = 1_000;
    private static final Wish WISH = Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal");

    private final ConfigurableApplicationContext catalog;
    private final MongoDatabase database;

    private ListBench(ConfigurableApplicationContext catalog) {
        this.catalog = catalog;
        this.database = catalog.getBean(MongoDatabase.class);
    }

    /** Median and 99th percentile in microseconds. */
    private record Cost(double median, double p99) {
        static Cost of(IntConsumer work) {
            for (int i = 0; i < ROUNDS; i++) {
                work.accept(i);
            }
            long[] took = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long begin = System.nanoTime();
                work.accept(i);
                took[i] = System.nanoTime() - begin;
            }
            Arrays.sort(took);
            double micro = TimeUnit.MICROSECONDS.toNanos(1);
            return new Cost(took[ROUNDS / 2] / micro, took[ROUNDS * 99 / 100] / micro);
        }
    }

    public static void main(String[] args) throws Exception {
        Path keys = Files.createTempDirectory("list-keys");
        SampleKeys.write(keys, "bench");
        SpringApplication application = new SpringApplication(CatalogService.class, MockBroker.class);
        application.setDefaultProperties(Map.of(
                "spring.mongodb.uri", TestStore.uri(),
                "tongban.database", "bench",
                "tongban.list.keys", keys.toString(),
                "tongban.upkeep.every", "1h",
                "spring.main.allow-bean-definition-overriding", "true"));
        try (ConfigurableApplicationContext catalog = application.run()) {
            new ListBench(catalog).run();
        }
        System.exit(0);
    }

    private void run() {
        seed();
        fill(FEW);
        issuing();
        Cost inquiryFew = inquiries();
        Cost listFew = lists();
        fill(MANY);
        Cost inquiryMany = inquiries();
        Cost listMany = lists();
        database.getCollection("items").deleteMany(Filters.gte("_id", "zz-"));
        fill(FEW);
        Cost inquiryAgain = inquiries();
        Cost listAgain = lists();
        say("inquiry p99 at %,d / at %,d items = %.2f", MANY, FEW, ratio(inquiryMany, inquiryFew, inquiryAgain));
        say("list p99 at %,d / at %,d items = %.2f", MANY, FEW, ratio(listMany, listFew, listAgain));
    }

    private void issuing() {
        ListKeys keys = catalog.getBean(ListKeys.class);
        MongoCollection<Document> bare = database.getCollection("bare");
        ListBody body = SampleLists.body(WISH);
        IssuedList ready = SampleLists.issued(WISH, keys);
        Cost insert = Cost.of(i -> bare.insertOne(new Document("_id", "bare-" + System.nanoTime())
                .append("body", ready.body())
                .append("jws", ready.jws())));
        Cost sign = Cost.of(i -> Objects.requireNonNull(IssuedList.sign(body, List.of(), keys.signing(Instant.now()))));
        Cost issue = lists();
        say(
                "sign %.0f µs, bare insert %.0f µs, issue a list %.0f µs (medians)",
                sign.median(), insert.median(), issue.median());
        say("issue / (sign + bare insert) = %.2f", issue.median() / (sign.median() + insert.median()));
    }

    private Cost inquiries() {
        Inquiries inquiries = catalog.getBean(Inquiries.class);
        return Cost.of(i -> Objects.requireNonNull(inquiries.draft(WISH).unnumberedLines()));
    }

    private Cost lists() {
        ListIssuing issuing = catalog.getBean(ListIssuing.class);
        return Cost.of(i -> Objects.requireNonNull(issuing.issue(issuing.number(WISH.division()), WISH, null, false)));
    }

    private static double ratio(Cost many, Cost few, Cost again) {
        say("  p99 %.0f µs and %.0f µs with few, %.0f µs with many", few.p99(), again.p99(), many.p99());
        return many.p99() / ((few.p99() + again.p99()) / 2);
    }

    private void seed() {
        for (String file : List.of("divisions", "document-kinds", "halls", "bundles", "exclusions")) {
            JsonNode tree = RealData.tree(file);
            database.getCollection("reference")
                    .insertOne(new Document("_id", file)
                            .append("digest", "sha-256:" + CanonicalJson.sha256Hex(tree))
                            .append("text", tree.toString()));
        }
        catalog.getBean(References.class).refresh();
        Items items = catalog.getBean(Items.class);
        RealData.gsi().forEach((id, gsi) -> items.publish(id, edition(gsi)));
    }

    private static Edition edition(JsonNode gsi) {
        String text = CanonicalJson.text(gsi);
        return new Edition(
                text,
                "sha-256:" + Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                ItemReader.read(gsi).name(),
                ItemReader.read(gsi).department(),
                null,
                List.of(),
                Instant.EPOCH);
    }

    /** Adds copies of a real item under other ids until there are so many. */
    private void fill(int wanted) {
        MongoCollection<BsonDocument> items = database.getCollection("items", BsonDocument.class);
        BsonDocument real = Objects.requireNonNull(
                items.find(Filters.eq("_id", "mr-food-operation-new")).first());
        List<BsonDocument> batch = new ArrayList<>();
        for (long n = items.countDocuments(); n < wanted; n++) {
            batch.add(real.clone().append("_id", new BsonString("zz-" + n)));
            if (batch.size() == 1_000 || n == wanted - 1) {
                items.insertMany(batch);
                batch.clear();
            }
        }
        say("%,d items", items.countDocuments());
    }

    private static void say(String line, Object... facts) {
        System.out.println(String.format(Locale.ROOT, line, facts));
    }
}
