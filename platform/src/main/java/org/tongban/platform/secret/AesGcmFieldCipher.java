package org.tongban.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D); a sealed value reads {@code v1.<key id>.<base64url of nonce, ciphertext and tag>}.
 *
 * <p>The form, the key id and the field are authenticated with it: a value moved to another field does not open.
 */
public final class AesGcmFieldCipher implements FieldCipher {

    private static final String VERSION = "v1.";
    private static final Pattern SEALED = Pattern.compile("v1\\.([a-z0-9]{1,32})\\.([A-Za-z0-9_-]+)");
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    public AesGcmFieldCipher(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public String seal(String field, String value) {
        KeyRing.Key key = keys.newest();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, field, nonce).doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw noAes(impossible);
        }
        return VERSION + key.id() + "." + encode(sealed);
    }

    @Override
    public String open(String field, String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            throw UnreadableSecret.ofForm(field);
        }
        KeyRing.Key key =
                keys.find(parts.group(1)).orElseThrow(() -> UnreadableSecret.withoutKey(field, parts.group(1)));
        byte[] bytes = decode(field, parts.group(2));
        byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, field, nonce)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (AEADBadTagException changed) {
            throw UnreadableSecret.changed(field);
        } catch (GeneralSecurityException impossible) {
            throw noAes(impossible);
        }
    }

    private static byte[] decode(String field, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException cutOff) {
            throw UnreadableSecret.ofForm(field);
        }
        // the decoder passes over bits that no byte needs; we keep to the one text that seal wrote
        if (bytes.length < NONCE_BYTES + TAG_BYTES || !encode(bytes).equals(text)) {
            throw UnreadableSecret.ofForm(field);
        }
        return bytes;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Cipher cipher(int mode, KeyRing.Key key, String field, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD((VERSION + key.id() + "." + field).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static IllegalStateException noAes(GeneralSecurityException impossible) {
        return new IllegalStateException("every Java platform has AES-GCM", impossible);
    }
}
