/** The one-machine stack: starts, watches and stops every part, as a command and as a library for tests. */
@NullMarked
package org.tongban.local;

import org.jspecify.annotations.NullMarked;
