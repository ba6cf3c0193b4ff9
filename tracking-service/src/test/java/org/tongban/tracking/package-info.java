/** What the tests of this service share. */
@NullMarked
package org.tongban.tracking;

import org.jspecify.annotations.NullMarked;
