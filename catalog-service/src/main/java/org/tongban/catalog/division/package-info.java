/** Administrative divisions of GB/T 2260: what lies in what. */
@NullMarked
package org.tongban.catalog.division;

import org.jspecify.annotations.NullMarked;
