package org.tongban.platform.restore;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.event.Source;

/** Where a service's consumer group stands on the topics it listens to. */
public final class GroupOffsets {
    private static final Logger log = LoggerFactory.getLogger(GroupOffsets.class);

    /** One a second: longer than the broker waits for a member that died. */
    private static final int TRIES = 60;

    private final Map<String, Object> settings;
    private final String group;
    private final List<Source> sources;
    private final EventLog topics;

    public GroupOffsets(Map<String, Object> settings, String group, List<Source> sources, EventLog topics) {
        this.settings = settings;
        this.group = group;
        this.sources = sources;
        this.topics = topics;
    }

    /**
     * Waits for a while, since the broker takes its time to notice that a killed instance is gone.
     *
     * @throws RestoreRefused when an instance of the service is listening
     */
    public void backToTheBeginning() {
        Map<TopicPartition, OffsetAndMetadata> offsets = topics.beginnings(sources).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new OffsetAndMetadata(each.getValue())));
        try (Admin admin = Admin.create(settings)) {
            for (int tried = 1; !isSetBack(admin, offsets, tried == TRIES); tried++) {
                log.info("the consumer group {} still has a member: waiting for it to go", group);
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (ExecutionException e) {
            throw new RestoreRefused(
                    "The consumer group " + group
                            + " cannot be set back, probably since the service runs: stop it first.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestoreRefused("The restore was interrupted.", e);
        }
    }

    private boolean isSetBack(Admin admin, Map<TopicPartition, OffsetAndMetadata> offsets, boolean isLastTry)
            throws ExecutionException, InterruptedException {
        try {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
            return true;
        } catch (ExecutionException e) {
            if (isLastTry) {
                throw e;
            }
            return false;
        }
    }
}
