package org.tongban.tracking.reconciliation;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The last report, written by the instance that compares and read by all of them: each shows the same. */
final class Reports {
    private static final String LAST = "last";
    private static final int MOST_NAMED = 1_000;

    private final MongoCollection<Document> reports;

    Reports(MongoDatabase database) {
        this.reports = database.getCollection("reconciliation");
    }

    /**
     * @param by the instance that found it
     * @param lasting codes that have differed for more than a minute, {@value #MOST_NAMED} at most
     */
    record Found(Report report, String by, List<String> lasting) {}

    void keep(Report report, String by, List<String> lasting) {
        Instant checkedAt = report.checkedAt();
        reports.replaceOne(
                eq("_id", LAST),
                new Document("_id", LAST)
                        .append("by", by)
                        .append("checkedAt", checkedAt == null ? null : Date.from(checkedAt))
                        .append("applications", report.applications())
                        .append("differences", report.differences())
                        .append("oldestUnprojectedSeconds", report.oldestUnprojectedSeconds())
                        .append("stale", report.stale())
                        .append("lasting", lasting.stream().limit(MOST_NAMED).toList()),
                new ReplaceOptions().upsert(true));
    }

    Optional<Found> last() {
        return Optional.ofNullable(reports.find(eq("_id", LAST)).first()).map(Reports::read);
    }

    private static Found read(Document stored) {
        @Nullable Date checkedAt = stored.getDate("checkedAt");
        return new Found(
                new Report(
                        checkedAt == null ? null : checkedAt.toInstant(),
                        stored.get("applications", Number.class).longValue(),
                        stored.get("differences", Number.class).longValue(),
                        stored.get("oldestUnprojectedSeconds", Number.class).longValue(),
                        stored.getBoolean("stale", true)),
                stored.getString("by"),
                stored.getList("lasting", String.class, List.of()));
    }
}
