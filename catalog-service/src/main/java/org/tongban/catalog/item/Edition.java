package org.tongban.catalog.item;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.Sha256;

/**
 * The content of one version.
 *
 * @param gsi the canonical gsi-1 form (RFC 8785), as it came and with all that is dirty in it
 * @param digest {@code sha-256:} over it
 * @param handles what guides of the same handling item are found by, {@link Handling}
 * @param division the code of the place where it is good; null when it is good everywhere
 * @param flags what the lint found when it last looked; kept, because editors look the whole catalogue up by them
 */
public record Edition(
        String gsi,
        String digest,
        String name,
        String department,
        @Nullable String division,
        List<String> handles,
        List<Flag> flags,
        Instant publishedAt) {
    public Edition {
        handles = List.copyOf(handles);
        flags = List.copyOf(flags);
    }

    /** @param gsi the canonical form of what the item was read from */
    public static Edition of(Item item, String gsi, List<Flag> flags, Instant publishedAt) {
        String division = item.national() || item.division() == null
                ? null
                : item.division().code();
        return new Edition(
                gsi, digest(gsi), item.name(), item.department(), division, Handling.keys(item), flags, publishedAt);
    }

    /** {@code sha-256:} and 64 lower-case hex digits over a canonical form. */
    public static String digest(String gsi) {
        return "sha-256:" + Sha256.hex(gsi.getBytes(StandardCharsets.UTF_8));
    }

    Edition with(List<String> nextHandles, List<Flag> nextFlags) {
        return new Edition(gsi, digest, name, department, division, nextHandles, nextFlags, publishedAt);
    }
}
