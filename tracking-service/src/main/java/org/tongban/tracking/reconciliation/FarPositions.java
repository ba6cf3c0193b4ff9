package org.tongban.tracking.reconciliation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.tongban.platform.reconciliation.Positions;

/** What the far sides said, kept by code: each of them says only what changed. */
final class FarPositions {
    private final MongoCollection<Document> rows;

    FarPositions(MongoDatabase database) {
        this.rows = database.getCollection("far_positions");
    }

    /** Writes down only what is news. */
    void remember(Teller teller, List<Positions.Position> positions) {
        Map<String, Map<Teller, Told>> known =
                of(positions.stream().map(Positions.Position::code).toList());
        List<UpdateOneModel<Document>> news = new ArrayList<>();
        for (Positions.Position position : positions) {
            Told told = new Told(position.sequence(), position.skipped() > 0 || position.unsendable());
            if (!told.equals(known.getOrDefault(position.code(), Map.of()).get(teller))) {
                news.add(new UpdateOneModel<>(
                        eq("_id", position.code()),
                        set(
                                teller.service(),
                                new Document("sequence", told.sequence()).append("failing", told.failing())),
                        new UpdateOptions().upsert(true)));
            }
        }
        if (!news.isEmpty()) {
            rows.bulkWrite(news, new BulkWriteOptions().ordered(false));
        }
    }

    Map<String, Map<Teller, Told>> of(Collection<String> codes) {
        Map<String, Map<Teller, Told>> found = new HashMap<>();
        rows.find(in("_id", codes)).forEach(row -> {
            Map<Teller, Told> told = new EnumMap<>(Teller.class);
            for (Teller teller : Teller.values()) {
                Object said = row.get(teller.service());
                if (said != null) {
                    told.put(teller, told(said));
                }
            }
            found.put(row.getString("_id"), told);
        });
        return found;
    }

    /** One row that cannot be read counts, and keeps no other from being compared. */
    private static Told told(Object said) {
        return said instanceof Document document
                        && document.get("sequence") instanceof Number sequence
                        && document.getOrDefault("failing", false) instanceof Boolean failing
                ? new Told(sequence.longValue(), failing)
                : Told.UNREADABLE;
    }

    /** How many applications anybody has spoken of, from the collection's own counter. */
    long count() {
        return rows.estimatedDocumentCount();
    }
}
