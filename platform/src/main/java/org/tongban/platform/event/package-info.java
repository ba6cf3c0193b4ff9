/** What a fact looks like on the wire: CloudEvents 1.0 in Kafka's binary mode. */
@NullMarked
package org.tongban.platform.event;

import org.jspecify.annotations.NullMarked;
