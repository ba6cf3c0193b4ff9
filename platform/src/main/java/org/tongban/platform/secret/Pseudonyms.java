package org.tongban.platform.secret;

import java.util.Arrays;
import java.util.HexFormat;

/** Short names under which actors appear in records: the same person always the same, and nobody finds the way back. */
public final class Pseudonyms {

    private static final int BYTES = 10;

    private final KeyRing.Key key;

    /** Takes the oldest key: a record that is hashed cannot follow a rotation. */
    public Pseudonyms(KeyRing keys) {
        this.key = keys.oldest();
    }

    /** The pseudonym of a token's {@code sub}: 20 lower-case hex digits, {@code 5f0c9a1e7b3d24860a1c}. */
    public String of(String sub) {
        return HexFormat.of().formatHex(Arrays.copyOf(KeyedDigest.of(key, "actor", sub), BYTES));
    }
}
