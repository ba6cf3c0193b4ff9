/** Tests of what identity-service says. */
@NullMarked
package org.tongban.application.identity;

import org.jspecify.annotations.NullMarked;
