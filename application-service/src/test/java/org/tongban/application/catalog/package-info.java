/** The catalogue's client against answers that are good, slow, broken or false. */
@NullMarked
package org.tongban.application.catalog;

import org.jspecify.annotations.NullMarked;
