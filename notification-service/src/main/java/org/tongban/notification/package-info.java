/** Tells people what happened: a message in their inbox for every step they must know of, each once. */
@NullMarked
package org.tongban.notification;

import org.jspecify.annotations.NullMarked;
