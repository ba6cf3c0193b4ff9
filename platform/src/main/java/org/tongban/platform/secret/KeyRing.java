package org.tongban.platform.secret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The keys of one purpose, oldest first: the newest one is used for what is written, all of them for what is read.
 *
 * <p>Ids of equal length are in the order of their text and shorter ones come before longer ones, so that days
 * ({@code 20270101}) and counted numbers ({@code 2}, {@code 10}) both do what one expects.
 */
public final class KeyRing {

    /** The id of a key that was never rotated. */
    public static final String FIRST = "0";

    static final int KEY_BYTES = 32;
    static final Pattern ID = Pattern.compile("[a-z0-9]{1,32}");

    private final List<Key> keys;

    /** @throws IllegalArgumentException for no key at all, or two with the same id */
    public KeyRing(List<Key> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("a key ring has at least one key");
        }
        if (keys.stream().map(Key::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("each key of a ring has its own id");
        }
        List<Key> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparingInt((Key key) -> key.id().length()).thenComparing(Key::id));
        this.keys = List.copyOf(sorted);
    }

    Key newest() {
        return keys.get(keys.size() - 1);
    }

    Key oldest() {
        return keys.get(0);
    }

    List<Key> all() {
        return keys;
    }

    Optional<Key> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public String toString() {
        return "KeyRing" + keys;
    }

    /** One secret key and the id that is stored with every value it made. */
    public static final class Key {

        private final String id;
        private final byte[] secret;

        /** @throws IllegalArgumentException unless the id is 1-32 of {@code a-z0-9} and the secret has 32 bytes */
        public Key(String id, byte[] secret) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("a key id has 1 to 32 characters out of a-z and 0-9");
            }
            if (secret.length != KEY_BYTES) {
                throw new IllegalArgumentException(
                        "a key has " + KEY_BYTES + " bytes, key " + id + " has " + secret.length);
            }
            this.id = id;
            this.secret = secret.clone();
        }

        String id() {
            return id;
        }

        byte[] secret() {
            return secret.clone();
        }

        /** The id alone. */
        @Override
        public String toString() {
            return id;
        }
    }
}
