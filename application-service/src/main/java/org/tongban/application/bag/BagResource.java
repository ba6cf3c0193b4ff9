package org.tongban.application.bag;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.security.Caller;

/** Bags over HTTP. */
@RestController
@RequestMapping("/api/application")
final class BagResource {
    private final Bags bags;
    private final Submissions submissions;

    BagResource(Bags bags, Submissions submissions) {
        this.bags = bags;
        this.submissions = submissions;
    }

    record Opening(@Nullable String listNo) {}

    record Submitting(@Nullable String bagId) {}

    @PostMapping("/bags")
    ResponseEntity<String> open(@RequestBody Opening body, Command command, Caller caller) {
        return bags.open(command, caller.id(), required("listNo", body.listNo()))
                .toResponse();
    }

    @GetMapping("/bags/{bagId}")
    ResponseEntity<String> show(@PathVariable String bagId, Caller caller) {
        return bags.show(caller.id(), bagId).toResponse();
    }

    @DeleteMapping("/bags/{bagId}")
    ResponseEntity<Void> discard(@PathVariable String bagId, Caller caller) {
        bags.discard(caller.id(), bagId);
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/bags/{bagId}/requirements/{rid}")
    ResponseEntity<String> put(
            @PathVariable String bagId,
            @PathVariable String rid,
            @RequestBody Wish body,
            Command command,
            Caller caller) {
        return bags.put(command, caller.id(), bagId, rid, body).toResponse();
    }

    @PostMapping("/applications")
    ResponseEntity<String> submit(@RequestBody Submitting body, Command command, Caller caller) {
        return submissions
                .submit(command, caller.id(), required("bagId", body.bagId()))
                .toResponse();
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw new NotAllowed("/" + field, "请填写 " + field + "。", field + " is missing.");
        }
        return value;
    }
}
