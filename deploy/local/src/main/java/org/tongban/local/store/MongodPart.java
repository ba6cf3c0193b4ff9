package org.tongban.local.store;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.tongban.local.part.Launch;
import org.tongban.local.part.Look;
import org.tongban.local.part.Part;
import org.tongban.local.part.Progress;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;

/** A real {@code mongod} as a replica set of one. */
final class MongodPart implements Part {

    static final String REPLICA_SET = "tongban";

    private static final int NO_REPLICATION_CONFIG = 94;

    private final Place place;

    private final Path program;

    MongodPart(Place place, Path program) {
        this.place = place;
        this.program = program;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public List<String> ports() {
        return List.of("store");
    }

    @Override
    public void prepare(Progress progress) {
        Folders.made(data());
    }

    @Override
    public Launch launch() {
        return new Launch(
                List.of(
                        program.toString(),
                        "--dbpath",
                        data().toString(),
                        "--port",
                        String.valueOf(place.ports().of("store")),
                        "--bind_ip",
                        "127.0.0.1",
                        "--replSet",
                        REPLICA_SET,
                        "--wiredTigerCacheSizeGB",
                        "0.5"),
                Map.of(),
                place.home());
    }

    /** The first look at a fresh server makes it a set; it serves once it has elected itself. */
    @Override
    public boolean ready() {
        if (!Look.listens(place.ports().of("store"))) {
            return false;
        }
        try (MongoClient client = MongoClients.create("mongodb://" + host() + "/?directConnection=true")) {
            MongoDatabase admin = client.getDatabase("admin");
            initiate(admin);
            return admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false);
        }
    }

    private void initiate(MongoDatabase admin) {
        try {
            admin.runCommand(new Document("replSetGetStatus", 1));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == NO_REPLICATION_CONFIG) {
                Document member = new Document("_id", 0).append("host", host());
                admin.runCommand(new Document(
                        "replSetInitiate", new Document("_id", REPLICA_SET).append("members", List.of(member))));
            }
        }
    }

    private String host() {
        return "127.0.0.1:" + place.ports().of("store");
    }

    private Path data() {
        return place.state("mongod");
    }
}
