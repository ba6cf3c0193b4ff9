/** The rules of our JSON: strict when read, one form when written, one canonical form when hashed. */
@NullMarked
package org.tongban.platform.json;

import org.jspecify.annotations.NullMarked;
