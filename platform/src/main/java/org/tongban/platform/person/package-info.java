/** The numbers by which the state knows people and organisations, and how they are masked. */
@NullMarked
package org.tongban.platform.person;

import org.jspecify.annotations.NullMarked;
