package org.tongban.identity.person;

import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.problem.Forbidden;
import org.tongban.platform.security.Caller;

/**
 * One person's verified name, for application-service alone, which shows it to those who examine that person's case and
 * notes each look; the gateway lets nobody through to it.
 */
@RestController
class VerifiedNameResource {
    private static final String WHO_MAY = "application-service";

    private final People people;
    private final Seals seals;

    VerifiedNameResource(People people, Seals seals) {
        this.people = people;
        this.seals = seals;
    }

    @GetMapping("/internal/people/{id}/name")
    ResponseEntity<VerifiedName> name(@PathVariable String id, Caller caller) {
        if (!WHO_MAY.equals(caller.client())) {
            throw new Forbidden();
        }
        VerifiedName name = people.known(id)
                .flatMap(person -> Optional.ofNullable(person.proof()))
                .map(proof -> VerifiedName.of(proof, seals))
                .orElse(VerifiedName.NONE);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(name);
    }
}
