/** The thread that ties an answer to the logs of every service behind it: W3C trace context. */
@NullMarked
package org.tongban.gateway.trace;

import org.jspecify.annotations.NullMarked;
