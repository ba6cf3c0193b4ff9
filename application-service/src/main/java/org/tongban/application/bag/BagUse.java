package org.tongban.application.bag;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.bson.BsonDocument;
import org.tongban.application.document.Document;
import org.tongban.application.document.DocumentUse;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.problem.Said;

/** What lies in a bag that can still be submitted. */
final class BagUse implements DocumentUse {
    private final AggregateStore<Bag> bags;
    private final Clock clock;

    BagUse(AggregateStore<Bag> bags, Clock clock) {
        this.bags = bags;
        this.clock = clock;
    }

    @Override
    public Optional<Said> of(Document document) {
        return Optional.ofNullable(bags.documents()
                        .find(and(
                                eq("owner", document.owner()),
                                gt("openUntil", Date.from(clock.instant())),
                                eq("given.documents.documentId", document.documentId())))
                        .projection(new BsonDocument())
                        .first())
                .map(found -> found.getString("_id").getValue())
                .map(bagId -> new Said(
                        "这份材料在申办袋 " + bagId + " 中，请先从中取出。",
                        "This document is in the bag " + bagId + "; take it out of there first."));
    }
}
