package org.tongban.catalog.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document.
 *
 * @param key {@code business-licence}
 * @param name {@code 营业执照}
 * @param aliases other wordings of it
 * @param nature identity, licence, proof, evidence (the applicant's own paper) or form; null where not stated
 * @param issuer who issues it; null where anybody may
 * @param broader the key of the kind for which this one will do as well
 * @param reusable the same sheet serves again and again
 * @param sameBag one sheet serves every item of one bag, though it is not used again later
 * @param issuedBy the items whose result it is
 */
public record DocumentKind(
        String key,
        String name,
        List<String> aliases,
        @Nullable String nature,
        @Nullable String issuer,
        @Nullable String broader,
        boolean reusable,
        boolean sameBag,
        List<Issuer> issuedBy) {

    /** An item that issues it, and for whom. */
    public record Issuer(String item, String holder) {}

    public DocumentKind {
        aliases = List.copyOf(aliases);
        issuedBy = List.copyOf(issuedBy);
    }

    /** A kind of which no more than its key is known. */
    public DocumentKind(
            String key, @Nullable String broader, boolean reusable, boolean sameBag, List<Issuer> issuedBy) {
        this(key, key, List.of(), null, null, broader, reusable, sameBag, issuedBy);
    }

    /** Whether a government body issues it, so that it can be had from there. */
    boolean isLicence() {
        return "licence".equals(nature) && issuer != null;
    }

    boolean isMergeable() {
        return reusable || sameBag;
    }
}
