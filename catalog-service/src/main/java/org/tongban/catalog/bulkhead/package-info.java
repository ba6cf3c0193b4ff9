/** Dear work has its own few places, so that who only looks something up never waits for it. */
@NullMarked
package org.tongban.catalog.bulkhead;

import org.jspecify.annotations.NullMarked;
