package org.tongban.platform.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import org.tongban.platform.code.Sha256;

/**
 * The canonical form of RFC 8785, over which digests, hashes and signatures are taken.
 *
 * <p>Numbers are IEEE doubles there: what needs more than 53 bits, and all money, goes in as text.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** The form of anything that {@link Json#mapper()} writes as a JSON object or array. */
    public static String text(Object value) {
        try {
            return new JsonCanonicalizer(Json.mapper().writeValueAsString(value)).getEncodedString();
        } catch (IOException unwritable) {
            throw new IllegalArgumentException(
                    "no canonical form of " + value.getClass().getSimpleName(), unwritable);
        }
    }

    /** The form in UTF-8. */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the form as 64 lower-case hex digits. */
    public static String sha256Hex(Object value) {
        return Sha256.hex(bytes(value));
    }
}
