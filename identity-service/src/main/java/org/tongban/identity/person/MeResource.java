package org.tongban.identity.person;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.security.Caller;

/** The caller's own record over HTTP; there is no address for anybody else's. */
@RestController
@RequestMapping("/api/identity/me")
class MeResource {
    private final People people;
    private final Verification verification;
    private final Seals seals;
    private final Idempotency idempotency;

    MeResource(People people, Verification verification, Seals seals, Idempotency idempotency) {
        this.people = people;
        this.verification = verification;
        this.seals = seals;
        this.idempotency = idempotency;
    }

    record VerificationBody(@Nullable String name, @Nullable String residentId) {}

    @GetMapping
    MeView me(Caller caller) {
        return MeView.of(caller, people.seen(caller.id()), seals);
    }

    @PostMapping("/verification")
    ResponseEntity<String> verify(Caller caller, Command command, @RequestBody VerificationBody body) {
        IdentityCard card = IdentityCard.read(body.name(), body.residentId());
        return idempotency
                .create(
                        command.withDigest(seals.digestOfRequest(command.digest())),
                        caller::id,
                        id -> Answer.ok(MeView.of(caller, verification.verify(id, card), seals)),
                        id -> MeView.of(caller, people.seen(id), seals))
                .toResponse();
    }
}
