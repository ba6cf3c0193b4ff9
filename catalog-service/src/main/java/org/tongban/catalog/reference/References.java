package org.tongban.catalog.reference;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** The reference files in the store, each one document, and what they say, kept in memory. */
@Component
public class References {
    private static final Logger log = LoggerFactory.getLogger(References.class);
    private static final String DIGEST = "digest";
    private static final String TEXT = "text";

    private final MongoCollection<Document> files;
    private final Clock clock;
    private volatile Loaded loaded = new Loaded(Map.of(), Map.of(), Reference.EMPTY);

    /** What came of putting a file in place. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    private record Loaded(
            Map<ReferenceFile, String> digests, Map<ReferenceFile, JsonNode> trees, Reference reference) {}

    References(MongoDatabase database, Clock clock) {
        this.files = database.getCollection("reference");
        this.clock = clock;
    }

    /** What all files say now. */
    public Reference now() {
        return loaded.reference();
    }

    /** A file as it was put in place; null before that. */
    @Nullable
    JsonNode tree(ReferenceFile file) {
        return loaded.trees().get(file);
    }

    /** A file that was put in place, perhaps by another instance. */
    JsonNode kept(ReferenceFile file) {
        refresh();
        return Objects.requireNonNull(tree(file));
    }

    static String digest(JsonNode tree) {
        return "sha-256:" + CanonicalJson.sha256Hex(tree);
    }

    /**
     * Puts a whole file in place.
     *
     * @throws org.tongban.platform.problem.NotAllowed naming the entry that cannot be read
     */
    synchronized Outcome put(ReferenceFile file, JsonNode tree) {
        file.read(Reference.EMPTY, tree);
        String digest = digest(tree);
        Document known = files.find(eq("_id", file.path()))
                .projection(Projections.include(DIGEST))
                .first();
        if (known != null && digest.equals(known.getString(DIGEST))) {
            refresh();
            return Outcome.UNCHANGED;
        }
        replace(new Document("_id", file.path())
                .append(DIGEST, digest)
                .append(TEXT, Json.mapper().writeValueAsString(tree))
                .append("updatedAt", clock.instant()));
        refresh();
        log.info("reference file put in place file={} digest={}", file.path(), digest);
        return known == null ? Outcome.CREATED : Outcome.UPDATED;
    }

    private void replace(Document file) {
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        try {
            files.replaceOne(eq("_id", file.getString("_id")), file, upsert);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            files.replaceOne(eq("_id", file.getString("_id")), file, upsert);
        }
    }

    /** Reads again what another instance has put in place. */
    public synchronized void refresh() {
        Map<ReferenceFile, String> digests = new EnumMap<>(ReferenceFile.class);
        for (Document file : files.find().projection(Projections.include(DIGEST))) {
            ReferenceFile.of(file.getString("_id")).ifPresent(known -> digests.put(known, file.getString(DIGEST)));
        }
        if (digests.equals(loaded.digests())) {
            return;
        }
        Map<ReferenceFile, String> read = new EnumMap<>(ReferenceFile.class);
        Map<ReferenceFile, JsonNode> trees = new EnumMap<>(ReferenceFile.class);
        Reference reference = Reference.EMPTY;
        for (ReferenceFile file : digests.keySet()) {
            Document stored =
                    Objects.requireNonNull(files.find(eq("_id", file.path())).first());
            JsonNode tree = Json.mapper().readTree(stored.getString(TEXT));
            read.put(file, stored.getString(DIGEST));
            trees.put(file, tree);
            reference = file.read(reference, tree);
        }
        loaded = new Loaded(read, trees, reference);
    }
}
