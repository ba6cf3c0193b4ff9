/** The one entry to the house: checks, limits and passes on; it decides nothing about a case. */
@NullMarked
package org.tongban.gateway;

import org.jspecify.annotations.NullMarked;
