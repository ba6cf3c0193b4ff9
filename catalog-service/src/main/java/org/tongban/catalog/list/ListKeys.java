package org.tongban.catalog.list;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The keys that sign lists. All are published, so that a new one is known before it signs and an old one verifies what
 * it has signed; of those whose time it is the newest signs.
 */
public final class ListKeys {
    private final List<ListKey> keys;

    ListKeys(List<ListKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key signs lists");
        }
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a folder of {@code <kid>.pem} and {@code <kid>.json}.
     *
     * @throws IllegalStateException when there is none, or one that cannot be read
     */
    static ListKeys in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("the folder of the list keys does not exist: " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<ListKey> keys = files.filter(
                            file -> file.getFileName().toString().endsWith(ListKey.PEM))
                    .sorted()
                    .map(ListKey::read)
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalStateException("there is no list key (<kid>.pem, RSA PKCS#8) in " + folder);
            }
            return new ListKeys(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The key of the day: the one whose time began last, among equals the last by name.
     *
     * @throws NoKeyOfToday when no key may sign now
     */
    ListKey signing(Instant now) {
        return keys.stream()
                .filter(key -> key.life().signsAt(now))
                .max(Comparator.comparing((ListKey key) -> key.life().begin()).thenComparing(ListKey::kid))
                .orElseThrow(NoKeyOfToday::new);
    }

    /** Whether nothing that this key has signed may be trusted any more. */
    public boolean isRevoked(String kid) {
        return keys.stream().anyMatch(key -> kid.equals(key.kid()) && key.life().revoked() != null);
    }

    /**
     * The public halves as a JWK set (RFC 7517), with {@code nbf}, {@code exp} and {@code revoked} as OpenID Federation
     * 1.0 names them.
     */
    Map<String, Object> published() {
        return new JWKSet(keys.stream().<JWK>map(key -> key.jwk().toPublicJWK()).toList()).toJSONObject();
    }
}
