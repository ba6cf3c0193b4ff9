package org.tongban.platform.security;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tongban.platform.json.Json;
import org.tongban.platform.loop.Loop;
import org.tongban.platform.problem.Forbidden;
import org.tongban.platform.problem.KeysUnavailable;
import org.tongban.platform.problem.Problems;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Unauthenticated;

/** Every service checks the caller's token itself; the gateway is no trust boundary. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration"
        })
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration implements WebMvcConfigurer {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    /** How tokens are checked, unless a test says who is who. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(JwtDecoder.class)
    static class OwnKeys {
        @Bean
        SigningKeys signingKeys(SecurityProperties properties, ObjectProvider<MongoDatabase> database) {
            MongoDatabase store = database.getIfAvailable();
            return new SigningKeys(properties, store == null ? null : new KeyCopy(store, properties.issuer()));
        }

        @Bean
        JwtDecoder jwtDecoder(SigningKeys keys, SecurityProperties properties, Clock clock) {
            return new CheckedTokens(decoder(keys, properties), keys, properties, clock);
        }

        /** Reads them before anybody needs them, so that there is a copy for the next start. */
        @Bean
        Loop signingKeyWatch(SigningKeys keys, SecurityProperties properties) {
            return new Loop("signing-keys", properties.keysKept(), keys::look);
        }
    }

    static JwtDecoder decoder(SigningKeys keys, SecurityProperties properties) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys.source())
                .jwsAlgorithms(algorithms -> {
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.PS256);
                })
                .build();
        OAuth2TokenValidator<Jwt> valid = new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(properties.issuer()),
                new JwtClaimValidator<@Nullable String>("typ", SecurityConfiguration::isAccess),
                new JwtClaimValidator<@Nullable List<String>>(
                        "aud", audiences -> isForUs(audiences, properties.audience())),
                new JwtClaimValidator<@Nullable String>("azp", client -> isKnown(client, properties.clients()))));
        decoder.setJwtValidator(valid);
        return decoder;
    }

    /** Keycloak signs identity tokens with the same key; only this claim tells them apart. */
    private static boolean isAccess(@Nullable String type) {
        return type == null || type.equals("Bearer");
    }

    /** A token of the realm that was made for something else opens nothing here (RFC 9700, section 2.3). */
    private static boolean isForUs(@Nullable List<String> audiences, String audience) {
        return audience.isBlank() || (audiences != null && audiences.contains(audience));
    }

    private static boolean isKnown(@Nullable String client, List<String> clients) {
        return clients.isEmpty() || (client != null && clients.contains(client));
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Access access, LocaleResolver locales) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(paths -> {
                    paths.requestMatchers("/actuator/health/**", "/api/*/openapi.json", "/error")
                            .permitAll();
                    access.declare(paths);
                    paths.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.jwtAuthenticationConverter(SecurityConfiguration::authenticated))
                        .authenticationEntryPoint(
                                (request, response, e) -> write(refusal(e), request, response, locales))
                        .accessDeniedHandler(
                                (request, response, e) -> write(new Forbidden(), request, response, locales)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> write(new Unauthenticated(), request, response, locales))
                        .accessDeniedHandler(
                                (request, response, e) -> write(new Forbidden(), request, response, locales)))
                .build();
    }

    private static Refusal refusal(AuthenticationException e) {
        return e instanceof CheckedTokens.Undecided ? new KeysUnavailable() : new Unauthenticated();
    }

    private static AbstractAuthenticationToken authenticated(Jwt token) {
        List<SimpleGrantedAuthority> authorities = Callers.roles(token).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        String subject = token.getSubject();
        if (subject == null) {
            throw new InvalidBearerTokenException("a token without sub");
        }
        return new JwtAuthenticationToken(token, authorities, subject);
    }

    private static void write(
            Refusal refusal, HttpServletRequest request, HttpServletResponse response, LocaleResolver locales)
            throws IOException {
        ResponseEntity<Map<String, Object>> problem =
                Problems.answer(refusal, locales.resolveLocale(request), request.getRequestURI());
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem.getBody()));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    /** A {@link Caller} as a resource's method parameter. */
    private static final class CallerArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Caller resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Callers.current();
        }
    }
}
