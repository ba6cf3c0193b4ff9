/** The gateway and the five services as parts. */
@NullMarked
package org.tongban.local.service;

import org.jspecify.annotations.NullMarked;
