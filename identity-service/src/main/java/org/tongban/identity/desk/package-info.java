/** Which departments have somebody to examine cases and who heads them, as the realm's people say it. */
@NullMarked
package org.tongban.identity.desk;

import org.jspecify.annotations.NullMarked;
