package org.tongban.local.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The launcher runs on fewer classes than its tests do. */
class LauncherClassPathTest {

    @Test
    void theLauncherItselfCanReadLetters() throws IOException, ClassNotFoundException {
        try (URLClassLoader launcher = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> letters = Class.forName(DeadLetters.class.getName(), true, launcher);
            Class<?> consumer = Class.forName("org.apache.kafka.clients.consumer.KafkaConsumer", true, launcher);

            assertThat(letters).isNotEqualTo(DeadLetters.class);
            assertThat(consumer.getClassLoader()).isEqualTo(launcher);
        }
    }

    private static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(url(Path.of("target/classes")));
        for (String entry :
                Files.readString(Path.of("target/launcher.classpath")).strip().split(File.pathSeparator, -1)) {
            urls.add(url(Path.of(entry)));
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
