/** Who people are: the record behind a token, and whether it is proved. */
@NullMarked
package org.tongban.identity;

import org.jspecify.annotations.NullMarked;
