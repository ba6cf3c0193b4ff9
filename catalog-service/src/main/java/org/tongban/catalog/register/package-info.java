/** What the trade publishes about all items: the lists of powers and services, and the index of legal bases. */
@NullMarked
package org.tongban.catalog.register;

import org.jspecify.annotations.NullMarked;
