/** The store of documents, its rules and its paths. */
@NullMarked
package org.tongban.application.document;

import org.jspecify.annotations.NullMarked;
