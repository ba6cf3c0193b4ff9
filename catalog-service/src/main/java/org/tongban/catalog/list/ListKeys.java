package org.tongban.catalog.list;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys that sign lists: the newest, which is the last by name, signs; all are published. */
final class ListKeys {
    private static final String PEM = ".pem";

    private final List<RSAKey> keys;

    ListKeys(List<RSAKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key signs lists");
        }
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads {@code <kid>.pem} files (RSA, PKCS#8).
     *
     * @throws IllegalStateException when there is none, or one that cannot be read
     */
    static ListKeys in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("the folder of the list keys does not exist: " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<RSAKey> keys = files.filter(
                            file -> file.getFileName().toString().endsWith(PEM))
                    .sorted()
                    .map(ListKeys::read)
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalStateException("there is no list key (<kid>.pem, RSA PKCS#8) in " + folder);
            }
            return new ListKeys(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RSAKey newest() {
        return keys.get(keys.size() - 1);
    }

    /** The public halves as a JWK set (RFC 7517). */
    Map<String, Object> published() {
        return new JWKSet(keys.stream().<JWK>map(RSAKey::toPublicJWK).toList()).toJSONObject();
    }

    private static RSAKey read(Path file) {
        String kid = file.getFileName().toString();
        kid = kid.substring(0, kid.length() - PEM.length());
        try {
            byte[] der = Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
            return key(kid, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException e) {
            throw new IllegalStateException("no RSA key in PKCS#8 form: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RSAKey key(String kid, PrivateKey key) throws GeneralSecurityException, JOSEException {
        if (!(key instanceof RSAPrivateCrtKey crt)) {
            throw new GeneralSecurityException("the key lacks its public half");
        }
        RSAPublicKey shown = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent()));
        return new RSAKey.Builder(shown)
                .privateKey(key)
                .keyID(kid)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .build();
    }
}
