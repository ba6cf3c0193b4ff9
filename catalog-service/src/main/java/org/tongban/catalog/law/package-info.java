/** Laws and articles as guides cite them, read so that one spelling finds another. */
@NullMarked
package org.tongban.catalog.law;

import org.jspecify.annotations.NullMarked;
