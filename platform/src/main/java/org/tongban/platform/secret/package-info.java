/** Personal fields sealed at rest, looked up by keyed digests, and people told apart by pseudonyms. */
@NullMarked
package org.tongban.platform.secret;

import org.jspecify.annotations.NullMarked;
