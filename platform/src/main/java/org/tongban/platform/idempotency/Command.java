package org.tongban.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * Who wants what: enough to know the same wish when it comes again.
 *
 * @param caller the caller's id, or {@code anonymous}
 * @param path method and path with ids, {@code POST /api/application/bags}
 * @param key the caller's Idempotency-Key; without one nothing is remembered
 * @param digest SHA-256 of the body, hex
 * @param ifMatch the version the caller looked at, without quotes
 */
public record Command(
        String caller,
        String path,
        @Nullable String key,
        String digest,
        @Nullable String ifMatch) {
    public boolean isRemembered() {
        return key != null;
    }

    /** For bodies that are not bytes in memory (multipart): the digest of what they mean. */
    public Command withDigest(String other) {
        return new Command(caller, path, key, other, ifMatch);
    }

    /** The part that must be equal for two commands to be the same one. */
    public String id() {
        return caller + " " + path + " " + key;
    }
}
