package org.tongban.catalog.list;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyRevocation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Date;
import org.tongban.platform.json.Json;
import tools.jackson.core.JacksonException;

/**
 * One key that signs lists, and how long it does.
 *
 * @param signer made once: reading the key anew for each list costs a good part of a signature
 */
record ListKey(RSAKey jwk, KeyLife life, RSASSASigner signer) {
    static final String PEM = ".pem";
    private static final String LIFE = ".json";

    /**
     * Reads {@code <kid>.pem} (RSA, PKCS#8) and, if it is there, {@code <kid>.json}.
     *
     * @throws IllegalStateException naming the file that cannot be read
     */
    static ListKey read(Path pem) {
        String name = pem.getFileName().toString();
        String kid = name.substring(0, name.length() - PEM.length());
        KeyLife life = life(pem.resolveSibling(kid + LIFE));
        try {
            byte[] der = Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
            return of(kid, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)), life);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("no RSA key in PKCS#8 form: " + pem, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String kid() {
        return jwk.getKeyID();
    }

    private static ListKey of(String kid, PrivateKey key, KeyLife life) throws GeneralSecurityException {
        if (!(key instanceof RSAPrivateCrtKey crt)) {
            throw new GeneralSecurityException("the key lacks its public half");
        }
        RSAPublicKey shown = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent()));
        RSAKey.Builder jwk = new RSAKey.Builder(shown)
                .privateKey(key)
                .keyID(kid)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256);
        if (life.notBefore() != null) {
            jwk.notBeforeTime(Date.from(life.notBefore()));
        }
        if (life.notAfter() != null) {
            jwk.expirationTime(Date.from(life.notAfter()));
        }
        KeyLife.Revoked revoked = life.revoked();
        if (revoked != null) {
            jwk.keyRevocation(new KeyRevocation(Date.from(revoked.at()), KeyRevocation.Reason.parse(revoked.reason())));
        }
        return new ListKey(jwk.build(), life, new RSASSASigner(key));
    }

    private static KeyLife life(Path file) {
        if (!Files.exists(file)) {
            return KeyLife.ENDLESS;
        }
        try {
            return Json.mapper().readValue(Files.readString(file), KeyLife.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("no life of a key (notBefore, notAfter, revoked): " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
