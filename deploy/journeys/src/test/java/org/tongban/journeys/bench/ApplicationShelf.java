package org.tongban.journeys.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Applications: three cases of two departments, ten requirements, a remembered command. */
final class ApplicationShelf implements Shelf {
    private static final Bson BY_QUEUE = Indexes.ascending("queues", "place");
    private static final List<String> STAGES = List.of("SUBMITTED", "ACCEPTED", "DELIVERED");
    private static final int PAGE = 21;
    private static final int OVERDUE = 10;

    @Override
    public String collection() {
        return "applications";
    }

    @Override
    public void declare(MongoCollection<Document> documents) {
        Aggregates.declare(documents);
        documents.createIndex(Indexes.ascending("owner", "place"));
        documents.createIndex(BY_QUEUE);
        documents.createIndex(Indexes.ascending("silentAfter"), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending("issuing"), new IndexOptions().sparse(true));
    }

    @Override
    public Document document(int n, int of) {
        String stage = STAGES.get(n % STAGES.size());
        Document application = new Document("_id", Made.code(n))
                .append("owner", Made.owner(n, of))
                .append("listNo", "L-511602-20260105-" + n)
                .append("division", new Document("code", "511602").append("name", "广安区"))
                .append("applicant", "自然人")
                .append("submittedAt", Made.date(n))
                .append(
                        "requirements",
                        IntStream.range(0, 10)
                                .mapToObj(ApplicationShelf::requirement)
                                .toList())
                .append(
                        "cases",
                        IntStream.range(0, 3).mapToObj(no -> theCase(no, stage)).toList())
                .append("pieces", List.of())
                .append("taken", List.of(new Document("by", "reviewer").append("step", "ACCEPTANCE")))
                .append("queues", queues(stage))
                .append("place", place(n))
                .append(
                        "commands",
                        List.of(new Document("id", "reviewer POST /acceptance k" + n).append("body", Made.text(600))));
        if (stage.equals("SUBMITTED")) {
            application.append("silentAfter", silentAfter(n));
        }
        if (n < OVERDUE) {
            application.append("issuing", Made.date(n));
        }
        return Aggregates.framed(application, n);
    }

    private static Document requirement(int no) {
        return new Document("rid", "r" + no)
                .append("name", Made.text(60))
                .append("state", "PROVIDED")
                .append("documents", List.of("document-" + no))
                .append("kinds", List.of("business-licence"));
    }

    private static Document theCase(int no, String stage) {
        return new Document("no", no)
                .append("version", 2L)
                .append("matter", new Document("item", "item-" + no).append("name", Made.text(60)))
                .append("stage", stage)
                .append("reception", new Document("answerBy", "2026-01-12").append("receiptNo", "R-" + no));
    }

    private static List<String> queues(String stage) {
        return List.of("51", "5116", "511602").stream()
                .flatMap(stem -> List.of("市场监管", "消防救援").stream()
                        .flatMap(department -> (stage.equals("DELIVERED") ? List.of(stage) : List.of(stage, "*"))
                                .stream().map(each -> department + "/" + stem + "/" + each)))
                .toList();
    }

    private static String place(int n) {
        return Made.at(n) + "," + Made.code(n);
    }

    private static String silentAfter(int n) {
        LocalDate day = LocalDate.ofInstant(Made.START, ZoneOffset.UTC);
        return (n < 3 * OVERDUE ? day.minusDays(1) : day.plusDays(1 + n % 400)).toString();
    }

    @Override
    public List<Statement> statements(int of) {
        return List.of(
                Aggregates.load("application"),
                Aggregates.decide("application: decide, guarded", Updates.set("cases.0.stage", "ACCEPTED")),
                Aggregates.relay("application: relay, pull and unset"),
                Aggregates.pending("application: pending, for the sweeper"),
                new Statement(
                        "worklist, first page",
                        (documents, n) -> Statement.count(documents
                                .find(eq("queues", queue(n)))
                                .hint(BY_QUEUE)
                                .limit(PAGE))),
                new Statement(
                        "worklist, a later page",
                        (documents, n) -> Statement.count(documents
                                .find(and(eq("queues", queue(n)), gte("place", place(n % (of / 2)))))
                                .hint(BY_QUEUE)
                                .limit(PAGE))),
                new Statement(
                        "own applications",
                        (documents, n) -> Statement.count(documents
                                .find(eq("owner", Made.owner(n, of)))
                                .sort(Sorts.descending("place"))
                                .limit(PAGE))),
                new Statement(
                        "silent departments",
                        (documents, n) -> Statement.count(documents
                                .find(lt("silentAfter", "2026-01-05"))
                                .sort(Sorts.ascending("silentAfter"))
                                .limit(100))),
                new Statement(
                        "results to issue",
                        (documents, n) -> Statement.count(documents
                                .find(lt("issuing", Date.from(Made.at(OVERDUE))))
                                .sort(Sorts.ascending("issuing"))
                                .limit(100))),
                Aggregates.positions("application: positions, a page", of),
                Aggregates.lately("application: positions, lately", of));
    }

    private static String queue(int n) {
        return (n % 2 == 0 ? "市场监管" : "消防救援") + "/511602/" + (n % 3 == 0 ? "*" : STAGES.get(n % 3));
    }
}
