/** One bag for one list: what is asked, what is given for it, and its submission, once. */
@NullMarked
package org.tongban.application.bag;

import org.jspecify.annotations.NullMarked;
