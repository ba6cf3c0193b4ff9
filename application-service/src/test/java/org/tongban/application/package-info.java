/** The running service, for the tests of all its rooms. */
@NullMarked
package org.tongban.application;

import org.jspecify.annotations.NullMarked;
