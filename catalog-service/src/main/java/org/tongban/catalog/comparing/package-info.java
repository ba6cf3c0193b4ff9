/** What differs between two forms of one guide, in plain words. */
@NullMarked
package org.tongban.catalog.comparing;

import org.jspecify.annotations.NullMarked;
