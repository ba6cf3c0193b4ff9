/** What the staff of a department do with their cases, and what silence does when they do nothing. */
@NullMarked
package org.tongban.application.review;

import org.jspecify.annotations.NullMarked;
