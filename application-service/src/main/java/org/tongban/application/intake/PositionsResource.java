package org.tongban.application.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.reconciliation.Positions;

/** How far this service has told each code, for the reconciliation. */
@RestController
final class PositionsResource {
    private final Positions positions;

    PositionsResource(Applications applications) {
        this.positions = applications.told();
    }

    @GetMapping("/internal/positions")
    Positions.Page positions(@RequestParam(required = false) @Nullable String after) {
        return positions.after(after);
    }
}
