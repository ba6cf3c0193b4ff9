package org.tongban.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.Realm;
import org.tongban.gateway.house.RunningGateway;

final class RateLimitTest {
    private static final String PERSON = "--tongban.gateway.limits.person.";
    private static final String ADDRESS = "--tongban.gateway.limits.address.";

    @Test
    void aPersonHasABurstAndThenWaits() {
        try (RunningGateway gateway = new RunningGateway(PERSON + "per-second=1", PERSON + "burst=5")) {
            String one = "Bearer " + gateway.realm().tokenOf("one");
            String sameOne = "Bearer " + gateway.realm().token("one", claims -> claims.jwtID("another"));
            String two = "Bearer " + gateway.realm().tokenOf("two");

            int[] first = statuses(gateway, 20, "Authorization", one);

            assertThat(first).startsWith(200, 200, 200, 200, 200).contains(429);
            assertTooMany(untilTooMany(gateway, "Authorization", sameOne));
            gateway.get("/api/catalog/items", "Authorization", two).passed();
            gateway.get("/api/catalog/items").passed();
            await().untilAsserted(() ->
                    gateway.get("/api/catalog/items", "Authorization", one).passed());
        }
    }

    @Test
    void anAddressHasABurstAndNoWordOfItsOwnHelps() {
        try (RunningGateway gateway = new RunningGateway(ADDRESS + "per-second=1", ADDRESS + "burst=5")) {
            int[] first = IntStream.range(0, 20)
                    .map(at -> gateway.get("/api/catalog/items", "X-Forwarded-For", "10.0.0." + at)
                            .status())
                    .toArray();

            assertThat(first).startsWith(200, 200, 200, 200, 200).contains(429);
            assertThat(gateway.farSide("catalog").heard()).hasSizeLessThan(20);
            assertTooMany(untilTooMany(gateway));
            await().untilAsserted(() -> gateway.get("/api/catalog/items").passed());
        }
    }

    @Test
    void whoSignedInIsNotShutOutByTheNeighbours() {
        try (RunningGateway gateway = new RunningGateway(ADDRESS + "per-second=1", ADDRESS + "burst=5")) {
            assertTooMany(untilTooMany(gateway));

            for (int at = 0; at < 20; at++) {
                gateway.get("/api/catalog/items", "Authorization", gateway.bearer("person-" + at))
                        .passed();
            }
            assertTooMany(untilTooMany(gateway));
        }
    }

    @Test
    void tokensThatDoNotVerifyAreCountedAndShutOutNobodyWhoIsKnown() {
        try (RunningGateway gateway = new RunningGateway(ADDRESS + "per-second=1", ADDRESS + "burst=5")) {
            String known = gateway.bearer("known");
            gateway.get("/api/catalog/items", "Authorization", known).passed();
            String forged = "Bearer " + new Realm().tokenOf("known");

            int[] first = statuses(gateway, 20, "Authorization", forged);

            assertThat(first).startsWith(401, 401, 401, 401, 401).contains(429);
            gateway.get("/api/catalog/items", "Authorization", known).passed();
            gateway.get("/api/catalog/items").passed();
        }
    }

    @Test
    void aPrintWeighsAsMuchAsTwentyReads() {
        try (RunningGateway gateway = new RunningGateway(ADDRESS + "per-second=1", ADDRESS + "burst=40")) {
            gateway.get("/api/catalog/lists/L-1.pdf").passed();
            gateway.get("/api/catalog/lists/L-1.pdf").passed();

            Answer third = gateway.get("/api/catalog/lists/L-1.pdf");

            third.problem(429, "too-many-requests");
            assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(10, 20);
        }
    }

    @Test
    void aTrustedProxySpeaksForItsCallers() {
        try (RunningGateway gateway = new RunningGateway(
                ADDRESS + "per-second=1",
                ADDRESS + "burst=3",
                "--tongban.gateway.address.trusted-proxies=127.0.0.0/8")) {
            assertTooMany(untilTooMany(gateway, "X-Forwarded-For", "1.1.1.1, 203.0.113.7"));

            gateway.get("/api/catalog/items", "X-Forwarded-For", "203.0.113.7, 203.0.113.8")
                    .passed();

            assertThat(gateway.farSide("catalog").last().headers().get("X-Forwarded-For"))
                    .isEqualTo("203.0.113.8");
        }
    }

    private static int[] statuses(RunningGateway gateway, int times, String... headers) {
        return IntStream.range(0, times)
                .map(at -> gateway.get("/api/catalog/items", headers).status())
                .toArray();
    }

    private static Answer untilTooMany(RunningGateway gateway, String... headers) {
        return IntStream.range(0, 500)
                .mapToObj(at -> gateway.get("/api/catalog/items", headers))
                .filter(answer -> answer.status() != 200)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never too many with " + Arrays.toString(headers)));
    }

    private static void assertTooMany(Answer answer) {
        answer.problem(429, "too-many-requests");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
