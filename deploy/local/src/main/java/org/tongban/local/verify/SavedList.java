package org.tongban.local.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.local.place.Refused;

/** A signed list somebody saved, and the keys to hold against it. */
public final class SavedList {
    private final Verification verified;

    private SavedList(Verification verified) {
        this.verified = verified;
    }

    /**
     * Verifies a file.
     *
     * @param keys a saved JWK set; null for the keys of the stack on this machine
     * @param own the folder of those
     * @throws Refused in one sentence, when the list is not authentic
     */
    public static SavedList verified(Path file, @Nullable Path keys, Path own) {
        String jws;
        try {
            jws = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new Refused(file + " cannot be read.", e);
        }
        Signed signed = new Signed(jws);
        return new SavedList(Verification.of(signed, keys == null ? OwnKeys.in(own) : PublishedKeys.in(keys)));
    }

    public Verification verification() {
        return verified;
    }

    /** What it promises, line by line. */
    public List<String> promise() {
        return Promise.of(verified);
    }
}
