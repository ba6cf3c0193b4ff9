package org.tongban.platform.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The keys in a mounted folder: {@code field.key}, {@code index.key}, {@code pseudonym.key}, each 32 bytes in base64.
 *
 * <p>To rotate, put {@code field-20270101.key} beside {@code field.key}; the newest id seals, all of them open.
 */
public final class Keys {

    private static final Set<PosixFilePermission> NEVER = Set.of(
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;

    private Keys(Path folder) {
        this.folder = folder;
    }

    public static Keys in(Path folder) {
        return new Keys(folder);
    }

    /**
     * The cipher of personal fields.
     *
     * @throws UnusableKey if {@code field.key} is not there or not fit
     */
    public FieldCipher fieldCipher() {
        return new AesGcmFieldCipher(ring("field"));
    }

    /**
     * The digests by which sealed fields are looked up.
     *
     * @throws UnusableKey if {@code index.key} is not there or not fit
     */
    public BlindIndex blindIndex() {
        return new BlindIndex(ring("index"));
    }

    /**
     * The pseudonyms of actors.
     *
     * @throws UnusableKey if {@code pseudonym.key} is not there or not fit
     */
    public Pseudonyms pseudonyms() {
        return new Pseudonyms(ring("pseudonym"));
    }

    private KeyRing ring(String purpose) {
        Path usual = folder.resolve(purpose + ".key");
        Pattern name = Pattern.compile(purpose + "(?:-(" + KeyRing.ID + "))?\\.key");
        List<KeyRing.Key> keys = new ArrayList<>();
        for (Path file : files(usual)) {
            Matcher matched = name.matcher(file.getFileName().toString());
            if (matched.matches()) {
                String id = matched.group(1);
                keys.add(read(file, id == null ? KeyRing.FIRST : id));
            }
        }
        if (keys.isEmpty()) {
            throw new UnusableKey(usual, "is missing: mount it there, 32 random bytes in base64, mode 0600");
        }
        return new KeyRing(keys);
    }

    private List<Path> files(Path usual) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableKey(usual, "is missing, since its folder is: mount the keys there");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UnusableKey(usual, "cannot be looked for: " + unreadable.getMessage(), unreadable);
        }
    }

    private static KeyRing.Key read(Path file, String id) {
        try {
            refuseIfOpenToOthers(file);
            String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length != KeyRing.KEY_BYTES) {
                throw new UnusableKey(file, "holds " + secret.length + " bytes, not " + KeyRing.KEY_BYTES);
            }
            return new KeyRing.Key(id, secret);
        } catch (IOException unreadable) {
            throw new UnusableKey(file, "cannot be read: " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException noBase64) {
            // without the cause: its message repeats characters of the key
            throw new UnusableKey(file, "is not base64");
        }
    }

    /** The group may read: a cluster mounts secrets so for services that do not run as root. */
    private static void refuseIfOpenToOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        for (PosixFilePermission granted : Files.getPosixFilePermissions(file)) {
            if (NEVER.contains(granted)) {
                throw new UnusableKey(file, "is open to others: make its mode 0600");
            }
        }
    }
}
