/** A person's record: made when they are first seen, proved against the real-name registry, shown masked. */
@NullMarked
package org.tongban.identity.person;

import org.jspecify.annotations.NullMarked;
