/** Where the house is seen from, and from where it is called. */
@NullMarked
package org.tongban.gateway.address;

import org.jspecify.annotations.NullMarked;
