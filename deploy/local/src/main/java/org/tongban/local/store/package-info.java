/** The document store as a part: an address given from outside, a real mongod, or the embedded server. */
@NullMarked
package org.tongban.local.store;

import org.jspecify.annotations.NullMarked;
