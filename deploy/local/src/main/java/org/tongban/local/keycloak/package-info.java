/** The real Keycloak as a part: unpacked and built once into the cache, its realm imported at the first start. */
@NullMarked
package org.tongban.local.keycloak;

import org.jspecify.annotations.NullMarked;
