package org.tongban.store;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a command does to the store, as far as the locks are concerned. */
enum Use {
    /** Touches no data. */
    NONE,
    /** Reads one collection. */
    READ,
    /** Reads whatever it likes. */
    READ_ANY,
    /** Changes the documents of one collection. */
    WRITE,
    /** Makes, renames or drops collections or indexes, or may write anywhere. */
    DEFINE;

    private static final Set<String> OTHER_COLLECTIONS =
            Set.of("$lookup", "$graphLookup", "$facet", "$unionWith", "$merge", "$out");

    static Use of(String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find", "count", "distinct", "getmore", "collstats", "validate" -> READ;
            case "aggregate" -> aggregate(query);
            case "listcollections", "listindexes", "listdatabases", "dbstats" -> READ_ANY;
            case "insert", "update", "delete", "findandmodify" -> WRITE;
            case "create", "createindexes", "drop", "dropindexes", "dropdatabase", "renamecollection" -> DEFINE;
            default -> NONE;
        };
    }

    private static Use aggregate(Document query) {
        List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
        boolean elsewhere =
                pipeline.stream().flatMap(stage -> stage.keySet().stream()).anyMatch(OTHER_COLLECTIONS::contains);
        boolean writes = pipeline.stream().anyMatch(stage -> stage.containsKey("$out") || stage.containsKey("$merge"));
        return writes ? DEFINE : elsewhere ? READ_ANY : READ;
    }

    /** The collection that a command names. */
    static @Nullable String collection(String command, Document query) {
        Object name = query.get(command.equals("getMore") ? "collection" : command);
        return name instanceof String collection ? collection : null;
    }

    boolean writes() {
        return this == WRITE || this == DEFINE;
    }
}
