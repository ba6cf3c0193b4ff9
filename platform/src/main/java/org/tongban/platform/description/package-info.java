/** What a service says about its own interface: what is ours is left out, what every operation shares is said once. */
@NullMarked
package org.tongban.platform.description;

import org.jspecify.annotations.NullMarked;
