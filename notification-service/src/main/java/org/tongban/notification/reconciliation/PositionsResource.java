package org.tongban.notification.reconciliation;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.reconciliation.Positions;
import org.tongban.platform.reconciliation.Settlement;
import org.tongban.platform.web.TypedCode;

/** How far this service has heard {@code /application}, per code, and what it forgets, for the reconciliation. */
@RestController
class PositionsResource {
    private final Positions positions;
    private final Settlement settlement;

    PositionsResource(MongoDatabase database, Clock clock) {
        this.settlement = new Settlement(database, "correspondence", clock);
        this.positions = Positions.heard(database.getCollection("correspondence", BsonDocument.class), "application");
    }

    @GetMapping("/internal/positions")
    Positions.Page positions(@RequestParam(required = false) @Nullable String after) {
        return positions.after(after);
    }

    @PostMapping("/internal/positions/{code}/settled")
    Settlement.Done settle(@PathVariable String code, @RequestBody Settlement.Wanted wanted) {
        return settlement.settle(TypedCode.parse(code).value(), wanted);
    }
}
