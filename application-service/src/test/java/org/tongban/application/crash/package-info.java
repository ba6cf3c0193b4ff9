/** The service dies at every gap between store, broker and offset, and whoever comes next finishes what it began. */
@NullMarked
package org.tongban.application.crash;

import org.jspecify.annotations.NullMarked;
