package org.tongban.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

final class CallerAddressTest {
    private final CallerAddress nobodyTrusted = new CallerAddress(new AddressSettings(List.of()));
    private final CallerAddress ownProxies =
            new CallerAddress(new AddressSettings(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8")));

    @Test
    void theDirectPeerIsTheCaller() {
        assertThat(found(nobodyTrusted, "203.0.113.5", "10.0.0.1")).isEqualTo("203.0.113.5");
        assertThat(found(ownProxies, "203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
    }

    @Test
    void behindOurProxiesTheLastStrangerIs() {
        assertThat(found(ownProxies, "10.1.1.1", "198.51.100.1")).isEqualTo("198.51.100.1");
        assertThat(found(ownProxies, "10.1.1.1", "1.1.1.1, 198.51.100.1, 192.0.2.1"))
                .isEqualTo("198.51.100.1");
        assertThat(found(ownProxies, "fd00::1", "2001:db8::1")).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void whatCannotBeReadIsNotBelieved() {
        assertThat(found(ownProxies, "10.1.1.1", "198.51.100.1, nonsense")).isEqualTo("10.1.1.1");
        assertThat(found(ownProxies, "10.1.1.1", "")).isEqualTo("10.1.1.1");
    }

    @Test
    void aHouseholdOfSixCountsOnce() {
        assertThat(CallerAddress.countedAs(address("2001:db8:1:2::1")))
                .isEqualTo(CallerAddress.countedAs(address("2001:db8:1:2:ffff::9")))
                .isNotEqualTo(CallerAddress.countedAs(address("2001:db8:1:3::1")));
        assertThat(CallerAddress.countedAs(address("192.0.2.1")))
                .isNotEqualTo(CallerAddress.countedAs(address("192.0.2.2")));
    }

    @Test
    void aNetworkThatIsNoneIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new CallerAddress(new AddressSettings(List.of("proxy.example"))))
                .hasMessageContaining("proxy.example");
    }

    private static String found(CallerAddress callers, String peer, String forwardedFor) {
        MockServerHttpRequest request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(address(peer), 40000))
                .header("X-Forwarded-For", forwardedFor)
                .build();
        return callers.of(request).getHostAddress();
    }

    private static InetAddress address(String text) {
        return Objects.requireNonNull(NetUtil.createInetAddressFromIpAddressString(text));
    }
}
