package org.tongban.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The databases of one store, and the locks under which commands use them. */
final class StoreBackend extends AbstractMongoBackend {

    private final MVStore store;
    private final Maps maps;
    private final GroupCommit commits;
    private final LongAdder examined = new LongAdder();
    private final Map<String, StoreDatabase> opened = new ConcurrentHashMap<>();
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * An answer and the write that must be on disk before it leaves.
     */
    record Answer(Document document, long after) {}

    StoreBackend(MVStore store, GroupCommit commits) {
        this.store = store;
        this.maps = new Maps(store);
        this.commits = commits;
        maps.databases().forEach(this::resolveDatabase);
    }

    /** How many documents were read so far to see whether they match. */
    long examined() {
        return examined.sum();
    }

    private void change(Runnable change) {
        commits.begin();
        try {
            change.run();
        } finally {
            commits.end();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return opened.computeIfAbsent(name, missing -> new StoreDatabase(name, maps, getCursorRegistry(), examined));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        opened.remove(name);
    }

    /** Compares each index with its documents, makes anew those that differ and says how many did. */
    int checkIndexes() {
        AtomicInteger rebuilt = new AtomicInteger();
        change(() -> opened.values().forEach(database -> rebuilt.addAndGet(database.checkIndexes())));
        return rebuilt.get();
    }

    Answer answer(Channel channel, String database, String command, Document query) {
        if (!database.equals("admin") && !opened.containsKey(database)) {
            change(() -> resolveDatabase(database));
        }
        Use use = Use.of(command, query);
        if (use == Use.NONE) {
            return new Answer(handleCommand(channel, database, command, query), 0);
        }
        String collection = Use.collection(command, query);
        boolean defines = use == Use.DEFINE || (use == Use.WRITE && collection != null && isNew(database, collection));
        Lane definitions = lane(database, null);
        Lane lane = lane(database, collection);
        definitions.enter(defines);
        lane.enter(use.writes());
        try {
            if (!use.writes()) {
                Document document = read(channel, database, command, query);
                long seen = Math.max(definitions.lastWrite(), lane.lastWrite());
                return new Answer(document, use == Use.READ ? seen : commits.last());
            }
            if (defines || collection == null || !isNew(database, collection)) {
                return write(channel, database, command, query, defines ? List.of(definitions, lane) : List.of(lane));
            }
        } finally {
            lane.leave(use.writes());
            definitions.leave(defines);
        }
        return answer(channel, database, command, query);
    }

    private Document read(Channel channel, String database, String command, Document query) {
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            return handleCommand(channel, database, command, query);
        } finally {
            store.deregisterVersionUsage(version);
        }
    }

    private Answer write(Channel channel, String database, String command, Document query, List<Lane> lanesUsed) {
        long number = commits.begin();
        try {
            lanesUsed.forEach(lane -> lane.wrote(number));
            return new Answer(handleCommand(channel, database, command, query), number);
        } finally {
            commits.end();
        }
    }

    private boolean isNew(String database, String collection) {
        return resolveDatabase(database).resolveCollection(collection, false) == null;
    }

    private Lane lane(String database, @Nullable String collection) {
        return lanes.computeIfAbsent(collection == null ? database : database + '.' + collection, name -> new Lane());
    }

    @Override
    public String toString() {
        return "store";
    }
}
