package org.tongban.platform.farside;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownSecretsTest {
    private static final String RANDOM = "Zk3vY0pQ8rT1xW5sB7nM2cLd4fGh";

    @ParameterizedTest
    @ValueSource(strings = {"", "catalog-service", "short", "catalog-service-catalog-service"})
    void aHouseThatOthersReachDoesNotStartWithASecretThatIsKnown(String secret) {
        assertThatThrownBy(() -> KnownSecrets.refuse("https://tongban.example", client(secret)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TONGBAN_CLIENT_SECRET of catalog-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:9", "http://[::1]:80"})
    void onThisMachineAnyWillDo(String base) {
        assertThatCode(() -> KnownSecrets.refuse(base, client(""))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://tongban.example", "http://localhost.example"})
    void aRandomOneWillDoEverywhere(String base) {
        assertThatCode(() -> KnownSecrets.refuse(base, client(RANDOM))).doesNotThrowAnyException();
    }

    private static FarSideProperties client(String secret) {
        return new FarSideProperties("catalog-service", secret, "", Duration.ofSeconds(2), Duration.ofSeconds(5));
    }
}
