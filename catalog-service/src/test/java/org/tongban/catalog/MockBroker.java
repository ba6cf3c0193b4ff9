package org.tongban.catalog;

import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.KafkaTemplate;

/** A broker that acknowledges everything. */
@TestConfiguration(proxyBeanMethods = false)
public class MockBroker {

    @Bean(destroyMethod = "")
    MockProducer<String, byte[]> mockProducer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public void close() {
                // the template closes what it thinks it owns; the history is still to be read
            }

            @Override
            public void close(Duration timeout) {
                close();
            }
        };
    }

    @Bean
    @Primary
    KafkaTemplate<String, byte[]> mockTemplate(MockProducer<String, byte[]> producer) {
        return new KafkaTemplate<>(() -> producer);
    }
}
