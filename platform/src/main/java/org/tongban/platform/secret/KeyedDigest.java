package org.tongban.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) of a value within a context; the seam at which HMAC-SM3 can take its place. */
final class KeyedDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private KeyedDigest() {}

    static byte[] of(KeyRing.Key key, String context, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
            byte[] where = context.getBytes(StandardCharsets.UTF_8);
            // its length first, so that no context and value can run into another pair
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(where.length).array());
            mac.update(where);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
        }
    }
}
