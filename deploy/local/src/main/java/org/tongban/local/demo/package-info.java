/** Plays one true story through the gateway, step by step. */
@NullMarked
package org.tongban.local.demo;

import org.jspecify.annotations.NullMarked;
