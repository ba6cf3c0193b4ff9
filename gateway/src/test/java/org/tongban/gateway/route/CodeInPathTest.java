package org.tongban.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.gateway.house.RunningGateway;

final class CodeInPathTest {
    private static final String CODE = "7KQ2-M9XT-04HB-ZR50";
    private static final String BEGIN = "/api/application/applications/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CODE + "%0D",
                CODE + "%0d%0A",
                "%09" + CODE + "%20",
                CODE + "%E2%80%A8",
                "https%3A%2F%2Ftongban.example%2Ft%2F" + CODE,
                "https:%2F%2Ftongban.example%2FT%2F" + CODE + "%3Fx%23y"
            })
    void whatCannotTravelInAPathIsTakenOut(String sent) {
        assertThat(CodeInPath.clean("/api/tracking/" + sent)).isEqualTo("/api/tracking/" + CODE);
        assertThat(CodeInPath.clean("/api/tracking/" + sent + "/qr.svg"))
                .isEqualTo("/api/tracking/" + CODE + "/qr.svg");
        assertThat(CodeInPath.clean(BEGIN + sent + "/cases/1/claim")).isEqualTo(BEGIN + CODE + "/cases/1/claim");
        assertThat(CodeInPath.clean("/t/" + sent + "/")).isEqualTo("/t/" + CODE);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tracking/7KQ2-M9XT-04HB-ZR50",
        "/api/tracking/scans/batch",
        "/api/tracking/%E2%80%8B7KQ2",
        "/api/tracking/%2e%2e/x",
        "/api/tracking/%2F",
        "/api/tracking/a%0d%0aHost:%20b",
        "/api/tracking/a%00",
        "/t/..%5c..%5cinternal",
        "/api/tracking/a%zz",
        "/api/catalog/items/a%0D",
        "/auth/realms/tongban%2F..%2Fmaster",
        "/"
    })
    void everythingElseStaysAsItCame(String path) {
        assertThat(CodeInPath.clean(path)).isEqualTo(path);
    }

    @Test
    void theServiceHearsThePathWithoutIt() {
        RunningGateway gateway = RunningGateway.generous();

        gateway.get("/api/tracking/" + CODE + "%0D?x=1").passed();

        assertThat(gateway.farSide("tracking").last().uri()).isEqualTo("/api/tracking/" + CODE + "?x=1");
        gateway.get("/api/tracking/%2e%2e%2fmaster").problem(404, "not-found");
        gateway.get("/api/catalog/items/a%0D").problem(404, "not-found");
    }
}
