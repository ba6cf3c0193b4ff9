package org.tongban.notification.reconciliation;

import com.mongodb.client.MongoDatabase;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.reconciliation.Positions;

/** How far this service has heard {@code /application}, per code, for the reconciliation. */
@RestController
class PositionsResource {
    private final Positions positions;

    PositionsResource(MongoDatabase database) {
        this.positions = Positions.heard(database.getCollection("correspondence", BsonDocument.class), "application");
    }

    @GetMapping("/internal/positions")
    Positions.Page positions(@RequestParam(required = false) @Nullable String after) {
        return positions.after(after);
    }
}
