package org.tongban.catalog.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.tongban.platform.security.Caller;

/** Whose share it is. */
class CallerShareTest {
    private static final Caller CITIZEN = new Caller("citizen-1", null, Set.of(), null, null, null, null);

    @Test
    void aPersonHasOneWhereverTheyAre() {
        assertThat(CallerShare.of(CITIZEN, from("192.0.2.7")))
                .isEqualTo(CallerShare.of(CITIZEN, from("192.0.2.8")))
                .isNotEqualTo(CallerShare.of(Caller.ANONYMOUS, from("192.0.2.7")));
    }

    @Test
    void strangersHaveOneForEachAddressThatTheGatewayHasSeen() {
        assertThat(stranger("192.0.2.7")).isNotEqualTo(stranger("192.0.2.8"));
        assertThat(stranger("198.51.100.1, 192.0.2.7")).isEqualTo(stranger("192.0.2.7"));
        assertThat(CallerShare.of(Caller.ANONYMOUS, new MockHttpServletRequest()))
                .isEqualTo("address:127.0.0.1");
    }

    @Test
    void allAddressesOfOneIpv6NetworkHaveOne() {
        assertThat(stranger("2001:db8:1:2::1")).isEqualTo(stranger("2001:db8:1:2:ffff::9"));
        assertThat(stranger("2001:db8:1:2::1")).isNotEqualTo(stranger("2001:db8:1:3::1"));
    }

    private static String stranger(String forwarded) {
        return CallerShare.of(Caller.ANONYMOUS, from(forwarded));
    }

    private static MockHttpServletRequest from(String forwarded) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-For", forwarded);
        return request;
    }
}
