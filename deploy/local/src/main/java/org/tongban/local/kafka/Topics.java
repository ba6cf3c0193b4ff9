package org.tongban.local.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics of {@code deploy/kafka/topics.properties} that are missing. */
final class Topics {

    private static final Map<String, String> FOR_EVER = Map.of("retention.ms", "-1", "cleanup.policy", "delete");

    private final Properties partitions = new Properties();

    Topics(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            partitions.load(reader);
        }
    }

    void create(String bootstrap) throws InterruptedException, ExecutionException {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (Admin admin = Admin.create(settings)) {
            Set<String> there = admin.listTopics().names().get();
            admin.createTopics(partitions.stringPropertyNames().stream()
                            .filter(name -> !there.contains(name))
                            .map(this::topic)
                            .collect(Collectors.toSet()))
                    .all()
                    .get();
        }
    }

    private NewTopic topic(String name) {
        int count = Integer.parseInt(partitions.getProperty(name).strip());
        return new NewTopic(name, count, (short) 1).configs(FOR_EVER);
    }
}
