package org.tongban.platform.outbox;

import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.TestStore;

/** Tells four events about one code, the bell and the relay being real, in a JVM that may die at a crash point. */
final class TellingProcess {
    static final AggregateType<Thing> TYPE = new AggregateType<>(Thing.class, "things", "id");
    static final int EVENTS = 4;

    record Thing(String id, long n) {}

    record Grew(long n, Instant at) implements DomainEvent {
        @Override
        public String type() {
            return "application.grew.v1";
        }
    }

    private TellingProcess() {}

    static Relay relay(MongoDatabase database, String broker) {
        return new Relay(
                database.getCollection(TYPE.collection(), org.bson.BsonDocument.class),
                Broker.template(broker),
                RelaySamples.PROPERTIES,
                Clock.systemUTC());
    }

    /** All of them, to the end. */
    static void tell(MongoDatabase database, String broker, String code) {
        Relay relay = relay(database, broker);
        AggregateStore<Thing> things = new AggregateStore<>(database, TYPE, Clock.systemUTC(), relay);
        Instant at = Instant.EPOCH;
        things.insert(new Thing(code, 1), List.of(new Grew(1, at)));
        for (long n = 2; n <= EVENTS; n++) {
            long next = n;
            things.change(code, thing -> Change.telling(new Thing(code, next), new Grew(next, at)));
        }
        // what is not under way when a relay closes stays for the next one
        await().until(() -> things.find(code)
                .map(stored -> !stored.document().containsKey(Layout.PENDING_SINCE))
                .orElse(false));
        relay.close();
    }

    /** Arguments: the store's address, the database, the broker's address, the code. */
    public static void main(String[] arguments) {
        tell(TestStore.client(arguments[0]).getDatabase(arguments[1]), arguments[2], arguments[3]);
        Runtime.getRuntime().halt(0);
    }
}
