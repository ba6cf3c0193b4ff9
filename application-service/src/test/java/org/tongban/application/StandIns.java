package org.tongban.application;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.tongban.platform.kit.TestClock;

/** What the service does not have in a test: people, a broker, time. */
@TestConfiguration(proxyBeanMethods = false)
class StandIns {
    /** Department and division of those who are staff. */
    private static final Map<String, List<String>> STAFF = Map.of(
            "reviewer1", List.of("市场监管", "511602"),
            "colleague1", List.of("市场监管", "511602"),
            "reviewer2", List.of("消防救援", "511602"),
            "neighbour", List.of("市场监管", "511621"),
            "city", List.of("市场监管", "511600"));

    /** Hall and window of those at a counter. */
    private static final Map<String, List<String>> COUNTERS = Map.of(
            "counter1", List.of("511602-01", "W03"),
            "counter5", List.of("511602-01", "W05"),
            "counter2", List.of("510104-01", "W03"));

    @Bean
    TestClock clock() {
        return new TestClock();
    }

    /** The token of the role and the name that it says: {@code citizen~citizen1}. */
    @Bean
    JwtDecoder jwtDecoder() {
        return token -> {
            String[] said = token.split("~", 2);
            if (said.length != 2) {
                throw new BadJwtException("no token of ours");
            }
            Jwt.Builder read = Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject(said[1])
                    .claim("realm_access", Map.of("roles", List.of(said[0])));
            List<String> window = COUNTERS.get(said[1]);
            if (window != null) {
                return read.claim("hall", window.get(0))
                        .claim("window", window.get(1))
                        .claim("division", window.get(0).substring(0, 6))
                        .build();
            }
            List<String> place = STAFF.get(said[1]);
            return place == null
                    ? read.build()
                    : read.claim("department", place.get(0))
                            .claim("division", place.get(1))
                            .build();
        };
    }

    @Bean
    @Primary
    KafkaTemplate<String, byte[]> broker() {
        return new KafkaTemplate<>(EverOpen::new);
    }

    /** There is no broker to listen to. */
    @Bean
    static BeanPostProcessor deaf() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof AbstractMessageListenerContainer<?, ?> listener) {
                    listener.setAutoStartup(false);
                }
                return bean;
            }
        };
    }

    /** A producer that acknowledges everything and that nobody can close: a template closes what it is done with. */
    private static final class EverOpen extends MockProducer<String, byte[]> {
        EverOpen() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public void close(Duration timeout) {
            flush();
        }
    }
}
