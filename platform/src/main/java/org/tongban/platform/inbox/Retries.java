package org.tongban.platform.inbox;

import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How often an event that failed is tried again before the next of its partition: for ever where waiting helps, five
 * times in all where it does not.
 */
final class Retries {
    private static final BackOff FOR_EVER = new FixedBackOff(1_000, FixedBackOff.UNLIMITED_ATTEMPTS);
    private static final BackOff FIVE_TIMES = new FixedBackOff(Inbox.PAUSE.toMillis(), Inbox.TRIES - 1);

    private Retries() {}

    /**
     * The handler of a container's failures.
     *
     * <p>Its own list of what is worth a retry is left as it is: narrowing it down would give up at once what only
     * waits for the store.
     *
     * @param giveUp called after the last try
     * @param pauses how to wait between two tries
     */
    @SuppressWarnings("unchecked")
    static DefaultErrorHandler inPlace(
            BiConsumer<ConsumerRecord<String, byte[]>, Exception> giveUp, BackOffHandler pauses) {
        DefaultErrorHandler handler = new DefaultErrorHandler(
                (message, reason) -> giveUp.accept((ConsumerRecord<String, byte[]>) message, reason),
                FIVE_TIMES,
                pauses);
        handler.setBackOffFunction((message, reason) -> Transience.of(reason) ? FOR_EVER : FIVE_TIMES);
        handler.setReclassifyOnExceptionChange(true);
        return handler;
    }
}
