/** The owner's store of documents: what was uploaded or issued, how far it can be trusted, and its bytes. */
@NullMarked
package org.tongban.application.document;

import org.jspecify.annotations.NullMarked;
