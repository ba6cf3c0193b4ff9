package org.tongban.platform.security;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service whose Keycloak has never answered. */
@WebMvcTest(properties = {"tongban.security.issuer=x", "tongban.security.jwks=http://127.0.0.1:1/certs"})
@Import(KeysAwayProblemTest.Room.class)
final class KeysAwayProblemTest {
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsImtpZCI6Im5ldyJ9.eyJzdWIiOiJjaXRpemVuIn0.AAAA";

    private final MockMvc http;

    KeysAwayProblemTest(@Autowired MockMvc http) {
        this.http = http;
    }

    @RestController
    static class Room {
        @GetMapping("/room")
        String room() {
            return "in";
        }
    }

    @SpringBootConfiguration
    static class Service {
        @Bean
        Access access() {
            return paths -> paths.requestMatchers("/room").authenticated();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @Test
    void aTokenThatNobodyCanCheckIsAnsweredWith503AndWhenToComeAgain() throws Exception {
        http.perform(get("/room").header("Authorization", "Bearer " + TOKEN).header("Accept-Language", "en"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(jsonPath("$.type").value(org.hamcrest.Matchers.endsWith("keys-unavailable")));
    }

    @Test
    void whatIsNoTokenIsStillRefused() throws Exception {
        http.perform(get("/room").header("Authorization", "Bearer nonsense")).andExpect(status().isUnauthorized());
    }
}
