package org.tongban.platform.secret;

import java.util.Base64;
import java.util.List;

/**
 * Keyed digests by which a sealed field can be looked up, exactly and only exactly: {@code v1.<key id>.<base64url>}.
 *
 * <p>Give it the canonical value ({@code ResidentId.value()}): it forgives nothing.
 */
public final class BlindIndex {

    private final KeyRing keys;

    public BlindIndex(KeyRing keys) {
        this.keys = keys;
    }

    /** What is stored beside the sealed value; two fields with the same value have different digests. */
    public String digest(String field, String value) {
        return digest(keys.newest(), field, value);
    }

    /** What to look for: the digest under each key that may have made the stored one. */
    public List<String> candidates(String field, String value) {
        return keys.all().stream().map(key -> digest(key, field, value)).toList();
    }

    private static String digest(KeyRing.Key key, String field, String value) {
        byte[] digest = KeyedDigest.of(key, field, value);
        return "v1." + key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
