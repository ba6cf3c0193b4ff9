package org.tongban.catalog.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document.
 *
 * @param key {@code business-licence}
 * @param broader the key of the kind for which this one will do as well
 * @param reusable the same sheet serves again and again
 * @param sameBag one sheet serves every item of one bag, though it is not used again later
 * @param issuedBy the items whose result it is
 */
public record DocumentKind(
        String key, @Nullable String broader, boolean reusable, boolean sameBag, List<Issuer> issuedBy) {

    /** An item that issues it, and for whom. */
    public record Issuer(String item, String holder) {}

    public DocumentKind {
        issuedBy = List.copyOf(issuedBy);
    }

    boolean isMergeable() {
        return reusable || sameBag;
    }
}
