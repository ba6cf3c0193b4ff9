/** The editors' work: drafts, what differs between versions, publication by two persons, suspension and withdrawal. */
@NullMarked
package org.tongban.catalog.editing;

import org.jspecify.annotations.NullMarked;
