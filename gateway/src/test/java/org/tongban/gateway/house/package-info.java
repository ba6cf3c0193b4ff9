/** A gateway that runs, with far sides that do as they are told, and a realm that signs anything. */
@NullMarked
package org.tongban.gateway.house;

import org.jspecify.annotations.NullMarked;
