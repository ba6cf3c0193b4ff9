package org.tongban.platform.restore;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tongban.platform.event.Source;

/**
 * What a service makes of its own events that may be newer than its store. A service that numbers what it tells declares
 * one bean of this type.
 */
public interface OwnLog {
    /** Whom the service tells as, in the order in which the topics are read. */
    List<Source> sources();

    /**
     * Brings the store past what these records say, so that no number of theirs is given again; what the store knows
     * already changes nothing.
     *
     * @return what was missing, a sentence each
     */
    List<String> read(Source source, List<ConsumerRecord<String, byte[]>> messages);
}
