package org.tongban.gateway.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What bodies may weigh and how long they may take.
 *
 * @param size the largest body that is not multipart
 * @param multipart the largest multipart body: a file of 20 MiB and its envelope
 * @param pause the longest pause within the sending of any body
 * @param deadline from the head of a request to the last byte of its body, unless that is multipart
 * @param atOnce what all bodies that are not multipart may hold in memory together, until they are answered
 * @param paceWindow the time over which a multipart body must keep its pace
 * @param pace the least a multipart body brings within each second of that time
 * @param longest a multipart body from its first byte to its last
 */
@ConfigurationProperties("tongban.gateway.bodies")
record BodySettings(
        @DefaultValue("1MB") DataSize size,
        @DefaultValue("20544KB") DataSize multipart,
        @DefaultValue("20s") Duration pause,
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("48MB") DataSize atOnce,
        @DefaultValue("10s") Duration paceWindow,
        @DefaultValue("16KB") DataSize pace,
        @DefaultValue("5m") Duration longest) {

    /** Fewer bytes than this within a window are too slow. */
    long leastInWindow() {
        return pace.toBytes() * paceWindow.toMillis() / 1000;
    }
}
