/** Stand-ins of outside systems for one machine: real-name registry, SMS gateway, payment, courier. */
@NullMarked
package org.tongban.sandbox;

import org.jspecify.annotations.NullMarked;
