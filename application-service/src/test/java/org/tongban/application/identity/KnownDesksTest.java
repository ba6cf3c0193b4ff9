package org.tongban.application.identity;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.application.RunningService;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.problem.Busy;

/** Against an identity-service that says, is slow, broken or cut off. */
final class KnownDesksTest extends RunningService {
    private static final List<ResponseDefinitionBuilder> TROUBLES = List.of(
            serverError(),
            okJson("{\"departments\": []}").withFixedDelay(4_000),
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            aResponse().withStatus(403).withBody("{}"),
            okJson("{}"));

    @Autowired
    private FarSides farSides;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private Desks desks;

    @BeforeEach
    void nothingIsKnown() {
        breakers.circuitBreaker("identity").reset();
        desks = new KnownDesks(farSides.asSystem("identity"), clock);
    }

    @Test
    void thoseThatNobodyWorksForAreNamed() {
        assertThat(desks.without("511602", Set.of("市场监管", "烟草专卖"))).containsExactly("烟草专卖");
        assertThat(desks.without("511602", Set.of("市场监管", "消防救援"))).isEmpty();

        IDENTITY.verify(getRequestedFor(urlPathEqualTo("/internal/desks"))
                .withQueryParam("division", equalTo("511602"))
                .withQueryParam("department", havingExactly("市场监管", "烟草专卖"))
                .withHeader("Authorization", equalTo("Bearer t1")));
    }

    @Test
    void whereNothingIsKnownItIsBusy() {
        for (ResponseDefinitionBuilder trouble : TROUBLES) {
            answers(trouble);

            assertThatThrownBy(() -> desks.without("511602", Set.of("市场监管"))).isInstanceOf(Busy.class);
        }
    }

    @Test
    void whatWasThereCountsForADayWhileIdentityIsAway() {
        desks.without("511602", Set.of("市场监管", "消防救援"));
        answers(serverError());

        clock.tick(Duration.ofHours(23));
        assertThat(desks.without("511602", Set.of("市场监管", "消防救援"))).isEmpty();
        assertThatThrownBy(() -> desks.without("511602", Set.of("市场监管", "民政"))).isInstanceOf(Busy.class);
        assertThatThrownBy(() -> desks.without("511621", Set.of("市场监管"))).isInstanceOf(Busy.class);
        clock.tick(Duration.ofHours(1));
        assertThatThrownBy(() -> desks.without("511602", Set.of("市场监管"))).isInstanceOf(Busy.class);
    }

    @Test
    void whoHasLeftIsForgotten() {
        desks.without("511602", Set.of("市场监管"));
        staffWorksFor("消防救援");
        assertThat(desks.without("511602", Set.of("市场监管"))).containsExactly("市场监管");
        answers(serverError());

        assertThatThrownBy(() -> desks.without("511602", Set.of("市场监管"))).isInstanceOf(Busy.class);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        IDENTITY.stubFor(WireMock.get(urlPathEqualTo("/internal/desks")).willReturn(answer));
    }
}
