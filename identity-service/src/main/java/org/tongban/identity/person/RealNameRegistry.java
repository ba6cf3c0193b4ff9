package org.tongban.identity.person;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.problem.FarSideDown;

/** The outside system that knows which name belongs to which number; it is told both in the body, never in a URL. */
final class RealNameRegistry {
    private static final String NAME = "real-name registry";

    private final FarSides.FarSide registry;

    RealNameRegistry(FarSides farSides) {
        this.registry = farSides.open("sandbox");
    }

    private record Question(String name, String residentId) {}

    private enum Result {
        MATCH,
        NO_MATCH,
        UNKNOWN
    }

    private record Finding(@Nullable Result result) {}

    /**
     * Returns when the registry confirms the card.
     *
     * @throws NotConfirmed when it does not
     * @throws FarSideDown when there is no answer that can be understood, in time
     */
    void confirm(IdentityCard card) {
        switch (ask(new Question(card.name(), card.residentId().value()))) {
            case NO_MATCH, UNKNOWN -> throw new NotConfirmed();
            case MATCH -> {}
        }
    }

    private Result ask(Question question) {
        ResponseEntity<Finding> answer;
        try {
            answer = registry.call(client -> client.post()
                    .uri("/real-name/check")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(question)
                    .retrieve()
                    .toEntity(Finding.class));
        } catch (FarSideDown e) {
            throw new FarSideDown(NAME, e.getCause());
        }
        Finding finding = answer.getBody();
        if (!answer.getStatusCode().is2xxSuccessful() || finding == null || finding.result() == null) {
            throw new FarSideDown(NAME);
        }
        return finding.result();
    }
}
