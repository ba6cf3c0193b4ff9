package org.tongban.tracking.reconciliation;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.security.Caller;
import org.tongban.platform.web.TypedCode;

/** For the person at night, who looked at a stray code and wants to see zero again. */
@RestController
class ForgettingResource {
    private final Forgetting forgetting;

    ForgettingResource(Forgetting forgetting) {
        this.forgetting = forgetting;
    }

    @PostMapping("/api/tracking/reconciliation/{code}/forgotten")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String code, Caller admin) {
        forgetting.forget(TypedCode.parse(code).value(), admin.id());
    }
}
