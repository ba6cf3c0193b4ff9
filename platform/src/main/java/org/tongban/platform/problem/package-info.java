/** Refusals in plain words, and the one place that turns them into RFC 9457 problem+json in the caller's language. */
@NullMarked
package org.tongban.platform.problem;

import org.jspecify.annotations.NullMarked;
