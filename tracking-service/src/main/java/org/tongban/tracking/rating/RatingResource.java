package org.tongban.tracking.rating;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.security.Caller;
import org.tongban.platform.web.TypedCode;

/** The owner's word comes in here. */
@RestController
class RatingResource {
    private final Ratings ratings;

    RatingResource(Ratings ratings) {
        this.ratings = ratings;
    }

    @PostMapping("/api/tracking/{code}/rating")
    ResponseEntity<String> rate(
            @PathVariable String code, @RequestBody RatingBody body, Caller caller, Command command) {
        return ratings.rate(TypedCode.parse(code), body.read(), caller, command).toResponse();
    }
}
