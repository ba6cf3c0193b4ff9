package org.tongban.tracking.reconciliation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page that anybody may read. */
@RestController
class ReconciliationResource {
    private final Reconciliation reconciliation;

    ReconciliationResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GetMapping("/api/tracking/reconciliation")
    Report report() {
        return reconciliation.report();
    }
}
