/** Events that a service gave up: what lies in the dead-letter topics, how it is heard once more or settled. */
@NullMarked
package org.tongban.local.letter;

import org.jspecify.annotations.NullMarked;
