package org.tongban.platform.farside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.tongban.platform.json.Json;

/** This service's own access token (client credentials, RFC 6749 section 4.4), kept until shortly before it ends. */
final class ServiceToken {
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);

    private final FarSideProperties properties;
    private final Clock clock;
    private final RestClient client;
    private @Nullable String token;
    private Instant until = Instant.EPOCH;

    private record Granted(String access_token, long expires_in) {}

    ServiceToken(FarSideProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.client = RestClient.builder()
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(Json.lenient())))
                .build();
    }

    synchronized String value() {
        Instant now = clock.instant();
        if (token == null || !now.isBefore(until)) {
            MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
            form.add("grant_type", "client_credentials");
            form.add("client_id", properties.clientId());
            form.add("client_secret", properties.clientSecret());
            Granted granted = Objects.requireNonNull(client.post()
                    .uri(properties.tokenUri())
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(Granted.class));
            token = granted.access_token();
            until = now.plusSeconds(granted.expires_in()).minus(BEFORE_ITS_END);
        }
        return token;
    }
}
