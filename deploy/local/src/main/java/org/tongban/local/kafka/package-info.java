/** The real Kafka broker as a part, with its topics. */
@NullMarked
package org.tongban.local.kafka;

import org.jspecify.annotations.NullMarked;
