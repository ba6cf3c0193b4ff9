package org.tongban.identity.person;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * When the registry was asked by one account, or about one number, within the last day.
 *
 * @param id {@code person:} and the account's id, or {@code number:} and the number's blind index
 * @param at the times, in order
 */
record Attempts(String id, List<Instant> at) {
    static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    Attempts {
        at = List.copyOf(at);
    }

    static Attempts none(String id) {
        return new Attempts(id, List.of());
    }

    /** @throws TooManyAttempts when the hour or the day has no more of them */
    Attempts another(Instant now, VerificationProperties limits) {
        List<Instant> today = since(now.minus(DAY));
        refuseBeyond(limits.perDay(), today, DAY, now, limits);
        refuseBeyond(limits.perHour(), since(now.minus(HOUR)), HOUR, now, limits);
        return new Attempts(id, Stream.concat(today.stream(), Stream.of(now)).toList());
    }

    /** One that came to nothing, because the registry did not answer. */
    Attempts without(Instant attempt) {
        List<Instant> left = new ArrayList<>(at);
        left.remove(attempt);
        return new Attempts(id, left);
    }

    private List<Instant> since(Instant then) {
        return at.stream().filter(each -> each.isAfter(then)).toList();
    }

    private static void refuseBeyond(
            int most, List<Instant> made, Duration within, Instant now, VerificationProperties limits) {
        if (made.size() >= most) {
            Instant free = made.get(made.size() - most).plus(within);
            throw new TooManyAttempts(limits, Duration.between(now, free));
        }
    }
}
