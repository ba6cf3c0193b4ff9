package org.tongban.application.intake;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
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

/** How far this service has told each code, and what it forgets of what nobody told, for the reconciliation. */
@RestController
final class PositionsResource {
    private final Positions positions;
    private final Settlement settlement;

    PositionsResource(Applications applications, MongoDatabase database, Clock clock) {
        this.positions = applications.told();
        this.settlement = new Settlement(database, Applications.TYPE.collection(), clock);
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
