/** Citizens', clerks' and strangers' journeys through the gateway over one real stack, with and without faults. */
@NullMarked
package org.tongban.journeys;

import org.jspecify.annotations.NullMarked;
