package org.tongban.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongban.application.catalog.Lists;
import org.tongban.platform.code.TrackingCode;

/** What cannot be read or may not be seen is told alike at every door: a problem that says what to change, never a 500. */
final class EveryDoorTest extends StaffJourney {
    private static final List<String> STEPS = List.of(
            "claim",
            "acceptance",
            "non-acceptance",
            "correction-notice",
            "suspension",
            "resumption",
            "extension",
            "decision",
            "delivery");

    /** A path that takes a JSON body, and somebody who may call it. */
    private record Door(String who, String method, String path) {}

    private Stream<Door> doors() throws Exception {
        String bag = post(owner, "/api/application/bags", "{\"listNo\": \"" + Lists.NO + "\"}")
                .header("Location");
        Stream<Door> owners = Stream.of(
                new Door(owner, "POST", "/api/application/bags"),
                new Door(owner, "PUT", bag + "/requirements/r2"),
                new Door(owner, "POST", "/api/application/applications"),
                new Door(owner, "POST", application() + "/withdrawal"),
                new Door(owner, "POST", path(1, "correction")));
        return Stream.concat(owners, STEPS.stream().map(step -> new Door(REVIEWER, "POST", path(1, step))));
    }

    private Reply knock(Door door, String language, String type, BodyPublisher body) throws Exception {
        HttpRequest.Builder request = request(door.who(), door.path())
                .setHeader("Accept-Language", language)
                .header("Content-Type", type)
                .method(door.method(), body);
        return send(request);
    }

    private void assertRefused(Door door, int status, String type, String body) throws Exception {
        Reply english = knock(door, "en", type, BodyPublishers.ofString(body));
        Reply chinese = knock(door, "zh-CN", type, BodyPublishers.ofString(body));

        assertThat(english.status()).as("%s with %.20s", door, body).isEqualTo(status);
        assertThat(english.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(english.json().propertyNames()).contains("type", "title", "status", "detail", "instance", "traceId");
        assertThat(english.text("/detail")).isNotBlank().doesNotContainPattern("\\p{IsHan}");
        assertThat(chinese.status()).isEqualTo(status);
        assertThat(chinese.text("/detail")).containsPattern("\\p{IsHan}");
    }

    @Test
    void whatCannotBeReadIsRefused() throws Exception {
        for (Door door : doors().toList()) {
            assertRefused(door, 400, "application/json", "{\"surprise\": 1}");
            assertRefused(door, 400, "application/json", "{\"");
            assertRefused(door, 400, "application/json", "7");
            assertRefused(door, 415, "text/plain", "{}");
            assertRefused(door, 413, "application/json", " ".repeat(1024 * 1024 + 1));
            if (!door.path().endsWith("/withdrawal")) {
                assertRefused(door, 400, "application/json", "");
            }
        }
        assertThat(get(owner, application()).json().at("/cases"))
                .extracting(each -> each.path("version").asInt())
                .as("nothing of it did anything")
                .containsExactly(1, 1, 1);
    }

    @Test
    void anUnknownFieldIsNamed() throws Exception {
        for (Door door : doors().toList()) {
            Reply refused = knock(door, "en", "application/json", BodyPublishers.ofString("{\"surprise\": 1}"));

            assertThat(refused.pointers()).as("%s", door).containsExactly("/surprise");
        }
    }

    @Test
    void aCodeThatIsUnknownOrACaseThatIsNotThereIsNotFound() throws Exception {
        String unknown = TrackingCode.draw(new SecureRandom()).display();
        for (String step : STEPS) {
            assertThat(post(REVIEWER, path(1, step).replace(code.display(), unknown), body(step))
                            .status())
                    .as(step)
                    .isEqualTo(404);
            assertThat(step(REVIEWER, 0, step, body(step)).status()).isEqualTo(404);
            assertThat(step(REVIEWER, 4, step, body(step)).status()).isEqualTo(404);
            assertThat(step(FIRE, 1, step, body(step)).status())
                    .as("another department's")
                    .isEqualTo(404);
            assertThat(step("reviewer~neighbour", 1, step, body(step)).status())
                    .as("another division's")
                    .isEqualTo(404);
        }
        assertThat(get(owner, application().replace(code.display(), unknown)).status())
                .isEqualTo(404);
        assertThat(post(owner, application().replace(code.display(), unknown) + "/withdrawal", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRoleThatMayNeverIsForbiddenAndNobodyIsNobody() throws Exception {
        for (Door door : doors().toList()) {
            String other = door.who().equals(owner) ? REVIEWER : owner;

            assertThat(knock(new Door(other, door.method(), door.path()), "en", "application/json", empty())
                            .status())
                    .as("%s", door)
                    .isEqualTo(403);
            assertThat(knock(new Door("", door.method(), door.path()), "en", "application/json", empty())
                            .status())
                    .isEqualTo(401);
            assertThat(knock(new Door("forged", door.method(), door.path()), "en", "application/json", empty())
                            .status())
                    .isEqualTo(401);
        }
    }

    private static BodyPublisher empty() {
        return BodyPublishers.ofString("{}");
    }

    /** One that the step would take. */
    private static String body(String step) {
        return switch (step) {
            case "non-acceptance" -> "{\"kind\": \"NOT_REQUIRED\", \"reasons\": \"无需许可\"}";
            case "correction-notice" -> "{\"failing\": [{\"rid\": \"r3\", \"reason\": \"不清晰\"}]}";
            case "suspension" -> "{\"ground\": \"鉴定\", \"announced\": {\"n\": 5, \"unit\": \"工作日\"}}";
            case "extension" -> "{\"n\": 3, \"unit\": \"工作日\", \"reasons\": \"情形复杂\", \"approver\": \"负责人\"}";
            case "decision" -> "{\"outcome\": \"GRANTED\"}";
            case "delivery" -> "{\"method\": \"POST\"}";
            default -> "{}";
        };
    }
}
