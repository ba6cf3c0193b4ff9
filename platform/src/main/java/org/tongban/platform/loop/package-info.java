/** Work that is done again and again while the service runs. */
@NullMarked
package org.tongban.platform.loop;

import org.jspecify.annotations.NullMarked;
