/** The commands of {@code ./tongban}. */
@NullMarked
package org.tongban.local.command;

import org.jspecify.annotations.NullMarked;
