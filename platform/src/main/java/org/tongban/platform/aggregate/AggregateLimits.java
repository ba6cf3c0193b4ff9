package org.tongban.platform.aggregate;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How far an aggregate may grow at its callers' wish. Events of other services go on up to what the store can hold.
 *
 * @param full the size of the stored document from which a command that makes it larger is refused
 * @param unsent how many events may wait in its outbox before a command that tells more is asked to come again
 */
@ConfigurationProperties("tongban.aggregate")
public record AggregateLimits(
        @DefaultValue("8MB") DataSize full,
        @DefaultValue("1000") int unsent) {
    static final AggregateLimits DEFAULT = new AggregateLimits(DataSize.ofMegabytes(8), 1000);
}
