/** Request bodies that are bounded and can be digested. */
@NullMarked
package org.tongban.platform.web;

import org.jspecify.annotations.NullMarked;
