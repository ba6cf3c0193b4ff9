/** Bags: every rule, every path, every gap of a submission. */
@NullMarked
package org.tongban.application.bag;

import org.jspecify.annotations.NullMarked;
