/** The signed list as the catalogue's service shows it, and the kinds of documents it knows. */
@NullMarked
package org.tongban.application.catalog;

import org.jspecify.annotations.NullMarked;
