/** Every answer the gateway refuses with: problem+json in the language of the caller. */
@NullMarked
package org.tongban.gateway.problem;

import org.jspecify.annotations.NullMarked;
