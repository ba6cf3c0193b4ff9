package org.tongban.application.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.tongban.platform.farside.FarSides.FarSide;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.FarSideDown;

/** The heads as identity-service says they are; while it is away, those that it named within a day count. */
final class KnownHeads implements Heads {
    private static final Logger log = LoggerFactory.getLogger(KnownHeads.class);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private final FarSide identity;
    private final Clock clock;
    private final Map<Question, Seen> seen = new ConcurrentHashMap<>();

    private record Question(String division, String department, String who) {}

    private record Answer(@Nullable String head) {}

    private record Seen(String head, Instant at) {}

    KnownHeads(FarSide identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(String division, String department, String who) {
        Question asked = new Question(division, department, who);
        try {
            Optional<String> head = identity.call(client -> ask(client, asked));
            remember(asked, head);
            return head;
        } catch (FarSideDown e) {
            Seen known = seen.get(asked);
            if (known == null || !clock.instant().isBefore(known.at().plus(REMEMBERED))) {
                throw new Busy();
            }
            log.warn("identity does not say who heads what in {}, those of before count: {}", division, e.getMessage());
            return Optional.of(known.head());
        }
    }

    private void remember(Question asked, Optional<String> head) {
        if (head.isEmpty()) {
            seen.remove(asked);
            return;
        }
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(asked, new Seen(head.get(), clock.instant()));
    }

    private static Optional<String> ask(RestClient client, Question asked) {
        return client.post()
                .uri("/internal/heads")
                .contentType(MediaType.APPLICATION_JSON)
                .body(asked)
                .exchange((request, response) -> {
                    Answer answer = response.getStatusCode().is2xxSuccessful() ? response.bodyTo(Answer.class) : null;
                    if (answer == null) {
                        throw new FarSideDown("identity");
                    }
                    return Optional.ofNullable(answer.head());
                });
    }
}
