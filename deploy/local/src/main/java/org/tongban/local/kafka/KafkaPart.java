package org.tongban.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongban.local.part.Java;
import org.tongban.local.part.JvmSettings;
import org.tongban.local.part.Launch;
import org.tongban.local.part.Part;
import org.tongban.local.part.Progress;
import org.tongban.local.place.ClassPaths;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

/** A real Kafka broker, its own controller, with the topics of the house. */
public final class KafkaPart implements Part {

    private final Place place;

    private final Path data;

    private final Path ready;

    public KafkaPart(Place place) {
        this.place = place;
        this.data = place.state("kafka").resolve("data");
        this.ready = place.state("kafka").resolve("ready");
    }

    /** Where clients begin: {@code 127.0.0.1:8092}. */
    public static String bootstrap(Place place) {
        return "127.0.0.1:" + place.ports().of("kafka");
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<String> ports() {
        return List.of("kafka", "kafka-controller");
    }

    @Override
    public void prepare(Progress progress) {
        requireWhole();
        try {
            Files.deleteIfExists(ready);
            Folders.made(place.state("kafka"));
            Files.write(
                    settings(),
                    BrokerSettings.lines(
                            data, place.ports().of("kafka"), place.ports().of("kafka-controller")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Launch launch() {
        List<String> options = List.of(
                "-Xms64m",
                new JvmSettings(place).heap(name(), "256m"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true");
        return new Launch(
                Java.command(
                        options,
                        new ClassPaths(place).parts(),
                        Broker.class.getName(),
                        settings().toString(),
                        place.house().resolve("deploy/kafka/topics.properties").toString(),
                        bootstrap(place),
                        ready.toString()),
                Map.of(),
                place.state("kafka"));
    }

    @Override
    public boolean ready() {
        return Files.exists(ready);
    }

    private Path settings() {
        return place.state("kafka").resolve("server.properties");
    }

    /** Formatting writes {@code meta.properties} last: without it there may be nothing worth keeping. */
    private void requireWhole() {
        if (!Files.isDirectory(data) || Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try (Stream<Path> entries = Files.list(data)) {
            if (entries.anyMatch(entry -> String.valueOf(entry.getFileName()).startsWith("tongban."))) {
                throw new Refused(
                        "The broker's folder " + data + " holds topics but no meta.properties: restore it from"
                                + " a copy, or begin anew with ./tongban reset.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folders.remove(data);
    }
}
