package org.tongban.tracking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.TestStore;

/** The service as it runs, with the broker of the test run and a database of its own; its far sides do not answer. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = WholeService.Surroundings.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WholeService {

    final class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        /** How many streams it holds. */
        static final int STREAMS = 30;

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "tongban.database=test_" + OpaqueId.next(),
                            "spring.mongodb.uri=" + TestStore.uri(),
                            "spring.kafka.bootstrap-servers=" + Broker.shared().address(),
                            "tongban.keys=" + keys(),
                            "tongban.stream.watchers=" + STREAMS,
                            "tongban.stream.heartbeat=1s",
                            "tongban.public-base=https://tongban.example",
                            "tongban.client.client-secret=a-secret-that-nobody-else-has",
                            "tongban.far-sides.application=http://127.0.0.1:9",
                            "tongban.far-sides.notification=http://127.0.0.1:9")
                    .applyTo(context);
        }

        /** A folder with the keys that the service wants. */
        public static Path keys() {
            try {
                Path folder = Files.createTempDirectory("keys");
                for (String name : List.of("field", "index", "pseudonym")) {
                    Path key = folder.resolve(name + ".key");
                    Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
                    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
