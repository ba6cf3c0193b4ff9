package org.tongban.local.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;

/**
 * The keys of a stack, made when they are missing and kept until {@code reset}: {@code field.key}, {@code index.key} and
 * {@code pseudonym.key} hold 32 random bytes in Base64, {@code list/<kid>.pem} an RSA key in PKCS#8.
 */
public final class Keys {

    private static final List<String> SYMMETRIC = List.of("field.key", "index.key", "pseudonym.key");

    private static final int SYMMETRIC_BYTES = 32;

    private static final int RSA_BITS = 2048;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    private final Clock clock;

    public Keys(Place place, Clock clock) {
        this.folder = place.keys();
        this.clock = clock;
    }

    /** Makes what is missing; a key that is there is never touched. */
    public void make() {
        Folders.secret(folder);
        SYMMETRIC.stream()
                .map(folder::resolve)
                .filter(file -> !Files.exists(file))
                .forEach(file -> SecretFile.write(file, Base64.getEncoder().encodeToString(random(SYMMETRIC_BYTES))));
        Path list = Folders.secret(folder.resolve("list"));
        if (isEmpty(list)) {
            String kid = LocalDate.now(clock) + "-" + HexFormat.of().formatHex(random(4));
            SecretFile.write(list.resolve(kid + ".pem"), rsaKey());
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String rsaKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS, RANDOM);
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEmpty(Path list) {
        try (Stream<Path> files = Files.list(list)) {
            return files.noneMatch(file -> file.toString().endsWith(".pem"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
