package org.tongban.tracking.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * A side and whose it is.
 *
 * @param teller null for ourselves
 */
record Party(@Nullable Teller teller, Side side) {}
