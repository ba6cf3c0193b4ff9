package org.tongban.tracking.proof;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.security.Caller;
import org.tongban.platform.web.TypedCode;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;

/** The proof of a timeline: for whoever has the code the chain, for the owner the facts as well. */
@RestController
class ProofResource {
    private final Timelines timelines;

    ProofResource(Timelines timelines) {
        this.timelines = timelines;
    }

    @GetMapping("/api/tracking/{code}/proof")
    ResponseEntity<Proof> proof(@PathVariable String code, Caller caller) {
        Timeline timeline = timelines
                .findSubmitted(TypedCode.parse(code))
                .orElseThrow(Timelines::unknown)
                .state();
        boolean owner = caller.id().equals(timeline.standing().owner());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(timelines.wholly(timeline, whole -> Proof.of(whole, owner)));
    }
}
