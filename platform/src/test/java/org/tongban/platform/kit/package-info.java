/** The test kit that every service shares. */
@NullMarked
package org.tongban.platform.kit;

import org.jspecify.annotations.NullMarked;
