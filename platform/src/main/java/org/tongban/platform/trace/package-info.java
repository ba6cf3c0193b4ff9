/** The thread that ties what services log and tell to the request that began it: W3C Trace Context. */
@NullMarked
package org.tongban.platform.trace;

import org.jspecify.annotations.NullMarked;
