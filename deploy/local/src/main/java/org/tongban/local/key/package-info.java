/** Keys and client secrets, made once and kept in the state folder. */
@NullMarked
package org.tongban.local.key;

import org.jspecify.annotations.NullMarked;
