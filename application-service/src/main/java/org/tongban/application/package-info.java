/** The room of applications: bags are filled, applications are submitted, reviewed and decided. */
@NullMarked
package org.tongban.application;

import org.jspecify.annotations.NullMarked;
