package org.tongban.tracking.restore;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.tongban.platform.event.Source;

/** Where the service's consumer group stands on the topics it listens to. */
final class GroupOffsets {
    private final Map<String, Object> settings;
    private final String group;
    private final List<Source> sources;
    private final EventLog log;

    GroupOffsets(Map<String, Object> settings, String group, List<Source> sources, EventLog log) {
        this.settings = settings;
        this.group = group;
        this.sources = sources;
        this.log = log;
    }

    /** @throws RestoreRefused when an instance of the service is listening */
    void backToTheBeginning() {
        Map<TopicPartition, OffsetAndMetadata> offsets = log.beginnings(sources).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new OffsetAndMetadata(each.getValue())));
        try (Admin admin = Admin.create(settings)) {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (ExecutionException e) {
            throw new RestoreRefused(
                    "The consumer group " + group + " cannot be set back, probably since tracking runs: stop it first.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestoreRefused("The restore was interrupted.", e);
        }
    }
}
