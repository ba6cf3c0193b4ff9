package org.tongban.application.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.tongban.platform.farside.FarSides.FarSide;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.FarSideDown;

/** The desks as identity-service says they are; while it is away, those that were there within a day count. */
final class KnownDesks implements Desks {
    private static final Logger log = LoggerFactory.getLogger(KnownDesks.class);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST = 10_000;

    private final FarSide identity;
    private final Clock clock;
    private final Map<Desk, Instant> seen = new ConcurrentHashMap<>();

    private record Desk(String division, String department) {}

    private record Answer(@Nullable List<String> departments) {}

    KnownDesks(FarSide identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    public Set<String> without(String division, Set<String> departments) {
        Set<String> without = new LinkedHashSet<>(departments);
        try {
            List<String> there = identity.call(client -> ask(client, division, departments));
            departments.forEach(department -> remember(new Desk(division, department), there.contains(department)));
            without.removeAll(Set.copyOf(there));
            return without;
        } catch (FarSideDown e) {
            without.removeIf(department -> isRemembered(new Desk(division, department)));
            if (!without.isEmpty()) {
                throw new Busy();
            }
            log.warn("identity does not say who works in {}, those of before count: {}", division, e.getMessage());
            return without;
        }
    }

    private void remember(Desk desk, boolean isThere) {
        if (!isThere) {
            seen.remove(desk);
            return;
        }
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(desk, clock.instant());
    }

    private boolean isRemembered(Desk desk) {
        Instant at = seen.get(desk);
        return at != null && clock.instant().isBefore(at.plus(REMEMBERED));
    }

    private static List<String> ask(RestClient client, String division, Set<String> departments) {
        Object[] names = departments.toArray();
        String[] places = new String[names.length];
        Arrays.setAll(places, i -> "{d" + i + "}");
        return client.get()
                .uri(uri -> uri.path("/internal/desks")
                        .queryParam("division", "{division}")
                        .queryParam("department", (Object[]) places)
                        .build(values(division, names)))
                .exchange((request, response) -> {
                    Answer answer = response.getStatusCode().is2xxSuccessful() ? response.bodyTo(Answer.class) : null;
                    if (answer == null || answer.departments() == null) {
                        throw new FarSideDown("identity");
                    }
                    return answer.departments();
                });
    }

    private static Object[] values(String division, Object[] names) {
        Object[] values = new Object[names.length + 1];
        values[0] = division;
        System.arraycopy(names, 0, values, 1, names.length);
        return values;
    }
}
