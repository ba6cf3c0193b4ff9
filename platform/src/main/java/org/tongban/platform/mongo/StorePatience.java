package org.tongban.platform.mongo;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long one call waits for the store before its caller hears 503 and an event or a round begins anew. None of them has
 * to outlast an election: whoever works without a caller comes again until the store answers.
 *
 * @param connected for the connection to a server
 * @param found for a server that can do it, and for a free connection to it
 * @param answered for one command, a write that waits for a majority as well; it counts anew for each page of a walk and
 *     each piece of a file, which a bound for the whole operation would not
 */
@ConfigurationProperties("tongban.store")
record StorePatience(
        @DefaultValue("2s") Duration connected,
        @DefaultValue("3s") Duration found,
        @DefaultValue("10s") Duration answered) {}
