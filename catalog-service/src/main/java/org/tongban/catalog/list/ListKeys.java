package org.tongban.catalog.list;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign lists. All are published, so that a new one is known before it signs and an old one verifies what
 * it has signed; of those whose time it is the newest signs.
 */
public final class ListKeys {
    private static final Logger log = LoggerFactory.getLogger(ListKeys.class);

    private final Path folder;
    private volatile Reading reading;

    /**
     * What was read.
     *
     * @param files what the folder looked like: names, sizes and times
     */
    private record Reading(Map<String, String> files, List<ListKey> keys) {
        static Reading of(Path folder) {
            Map<String, String> files = files(folder);
            List<ListKey> keys = files.keySet().stream()
                    .filter(name -> name.endsWith(ListKey.PEM))
                    .map(name -> ListKey.read(folder.resolve(name)))
                    .toList();
            if (keys.isEmpty()) {
                throw new IllegalStateException("there is no list key (<kid>.pem, RSA PKCS#8) in " + folder);
            }
            return new Reading(files, keys);
        }

        private static Map<String, String> files(Path folder) {
            Map<String, String> files = new TreeMap<>();
            try (Stream<Path> found = Files.list(folder)) {
                for (Path file : (Iterable<Path>) found::iterator) {
                    BasicFileAttributes state = Files.readAttributes(file, BasicFileAttributes.class);
                    files.put(file.getFileName().toString(), state.size() + "@" + state.lastModifiedTime());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return files;
        }
    }

    private ListKeys(Path folder) {
        this.folder = folder;
        this.reading = Reading.of(folder);
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
        return new ListKeys(folder);
    }

    /** Reads the folder again when it looks different; as long as it cannot be read the keys known before stand. */
    public void refresh() {
        try {
            if (!Reading.files(folder).equals(reading.files())) {
                reading = Reading.of(folder);
                log.info(
                        "list keys read again kids={}",
                        keys().stream().map(ListKey::kid).toList());
            }
        } catch (IllegalStateException | UncheckedIOException e) {
            log.error("the list keys cannot be read again, mend the folder {}: {}", folder, e.toString());
        }
    }

    private List<ListKey> keys() {
        return reading.keys();
    }

    /**
     * The key of the day: the one whose time began last, among equals the last by name.
     *
     * @throws NoKeyOfToday when no key may sign now
     */
    ListKey signing(Instant now) {
        return keys().stream()
                .filter(key -> key.life().signsAt(now))
                .max(Comparator.comparing((ListKey key) -> key.life().begin()).thenComparing(ListKey::kid))
                .orElseThrow(NoKeyOfToday::new);
    }

    /** Whether nothing that this key has signed may be trusted any more. */
    public boolean isRevoked(String kid) {
        return keys().stream()
                .anyMatch(key -> kid.equals(key.kid()) && key.life().revoked() != null);
    }

    /**
     * The public halves as a JWK set (RFC 7517), with {@code nbf}, {@code exp} and {@code revoked} as OpenID Federation
     * 1.0 names them.
     */
    Map<String, Object> published() {
        return new JWKSet(
                        keys().stream().<JWK>map(key -> key.jwk().toPublicJWK()).toList())
                .toJSONObject();
    }
}
