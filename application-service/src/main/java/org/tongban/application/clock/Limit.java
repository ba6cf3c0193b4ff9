package org.tongban.application.clock;

import org.jspecify.annotations.Nullable;

/**
 * A limit as the guide states it.
 *
 * @param basis the law it rests on; null where the guide does not say
 * @param otherwise the limit where the first cannot be kept; null where none is stated
 */
public record Limit(
        Term term, @Nullable String basis, @Nullable Term otherwise) {
    /** The term that counts: a limit on the spot gives way to its {@code otherwise}. */
    Term counted() {
        return otherwise != null && term.unit().endsWhereItBegins() ? otherwise : term;
    }
}
