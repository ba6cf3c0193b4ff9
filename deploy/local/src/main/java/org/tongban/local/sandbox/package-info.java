/** The stand-ins of outside systems as a part. */
@NullMarked
package org.tongban.local.sandbox;

import org.jspecify.annotations.NullMarked;
