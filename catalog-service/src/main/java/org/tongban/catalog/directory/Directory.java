package org.tongban.catalog.directory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.tongban.platform.mongo.BsonCodecs;
import org.tongban.platform.problem.NotAllowed;

/** All directory entries, by code. */
@Repository
public class Directory {
    private static final String ID = "_id";
    private static final String DIVISION = "division";
    private static final int AT_ONCE = 500;
    /** A name is looked for among the entries of one division, so these are bounded. */
    static final int MOST_IN_DIVISION = 20_000;

    private final MongoCollection<BsonDocument> entries;

    Directory(MongoDatabase database) {
        entries = database.getCollection("directory", BsonDocument.class);
        entries.createIndex(Indexes.ascending(DIVISION, ID));
    }

    /** How many entries were new, how many have changed, how many were as they are. */
    record Taken(int created, int updated, int unchanged) {}

    /**
     * Takes entries over; the same again writes nothing, and what a crash left out the next time brings.
     *
     * @throws NotAllowed when a division would have too many
     */
    Taken take(List<DirectoryEntry> all) {
        all.stream().collect(Collectors.groupingBy(DirectoryEntry::division)).forEach(this::checkRoom);
        int created = 0;
        int updated = 0;
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<DirectoryEntry> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            Map<String, DirectoryEntry> known = known(some);
            List<WriteModel<BsonDocument>> writes = new ArrayList<>();
            for (DirectoryEntry entry : some) {
                DirectoryEntry before = known.get(entry.id());
                if (!entry.equals(before)) {
                    created += before == null ? 1 : 0;
                    updated += before == null ? 0 : 1;
                    writes.add(
                            new ReplaceOneModel<>(eq(ID, entry.id()), write(entry), new ReplaceOptions().upsert(true)));
                }
            }
            if (!writes.isEmpty()) {
                entries.bulkWrite(writes);
            }
        }
        return new Taken(created, updated, all.size() - created - updated);
    }

    private void checkRoom(String division, List<DirectoryEntry> more) {
        long own = entries.countDocuments(eq(DIVISION, division));
        if (own + more.size() > MOST_IN_DIVISION
                && own + more.size() - known(more).size() > MOST_IN_DIVISION) {
            throw new NotAllowed(
                    "/items",
                    "区划" + division + "的目录将超过" + MOST_IN_DIVISION + "条，不能导入。",
                    "The directory of " + division + " would hold more than " + MOST_IN_DIVISION + " entries.");
        }
    }

    /**
     * Entries in the order of their codes.
     *
     * @param division only its own; null for all
     * @param text that their names hold, looked for in one division only; null for any
     */
    List<DirectoryEntry> after(String code, @Nullable String division, @Nullable String text, int limit) {
        List<Bson> wanted = new ArrayList<>(List.of(gt(ID, code)));
        if (division != null) {
            wanted.add(eq(DIVISION, division));
        }
        if (text != null && division != null) {
            wanted.add(regex("name", Pattern.quote(text)));
        }
        return entries.find(and(wanted))
                .sort(Sorts.ascending(ID))
                .limit(limit)
                .map(Directory::read)
                .into(new ArrayList<>());
    }

    /** Whether there is an entry of this code. */
    public boolean names(String code) {
        return entries.find(eq(ID, code)).projection(Projections.include(ID)).first() != null;
    }

    private Map<String, DirectoryEntry> known(List<DirectoryEntry> some) {
        Map<String, DirectoryEntry> known = new HashMap<>();
        for (BsonDocument row :
                entries.find(in(ID, some.stream().map(DirectoryEntry::id).toList()))) {
            DirectoryEntry entry = read(row);
            known.put(entry.id(), entry);
        }
        return known;
    }

    private static BsonDocument write(DirectoryEntry entry) {
        BsonDocument row = BsonCodecs.write(DirectoryEntry.class, entry);
        row.remove("id");
        return row.append(ID, new BsonString(entry.id()));
    }

    private static DirectoryEntry read(BsonDocument row) {
        row.append("id", row.getString(ID));
        return BsonCodecs.read(DirectoryEntry.class, row);
    }
}
