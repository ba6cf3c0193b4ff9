package org.tongban.catalog.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** List keys as the launcher makes them: {@code <kid>.pem}, RSA, PKCS#8. */
public final class SampleKeys {
    private SampleKeys() {}

    static ListKeys in(Path folder, String kid) {
        write(folder, kid);
        return ListKeys.in(folder);
    }

    public static void write(Path folder, String kid) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(kid + ".pem"),
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(der)
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
