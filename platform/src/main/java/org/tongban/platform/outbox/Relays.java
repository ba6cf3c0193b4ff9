package org.tongban.platform.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaTemplate;
import org.tongban.platform.aggregate.AggregateLimits;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;

/** Makes a store together with the relay that empties its outboxes. */
public final class Relays implements DisposableBean {
    private final MongoDatabase database;
    private final KafkaTemplate<String, byte[]> kafka;
    private final RelayProperties properties;
    private final AggregateLimits limits;
    private final Clock clock;
    private final List<Relay> relays = new CopyOnWriteArrayList<>();

    Relays(
            MongoDatabase database,
            KafkaTemplate<String, byte[]> kafka,
            RelayProperties properties,
            AggregateLimits limits,
            Clock clock) {
        this.database = database;
        this.kafka = kafka;
        this.properties = properties;
        this.limits = limits;
        this.clock = clock;
    }

    /** A store whose writes ring a relay of their own. */
    public <T> AggregateStore<T> store(AggregateType<T> type) {
        MongoCollection<BsonDocument> documents = database.getCollection(type.collection(), BsonDocument.class);
        Relay relay = new Relay(documents, kafka, properties, clock);
        relays.add(relay);
        return new AggregateStore<>(database, type, clock, relay, limits);
    }

    void sweep() {
        relays.forEach(Relay::sweep);
    }

    @Override
    public void destroy() {
        relays.forEach(Relay::close);
    }
}
