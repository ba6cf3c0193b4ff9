package org.tongban.catalog.item;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of one version.
 *
 * @param gsi the canonical gsi-1 form (RFC 8785), as it came and with all that is dirty in it
 * @param digest {@code sha-256:} over it
 * @param handles what guides of the same handling item are found by, {@link Handling}
 * @param division the code of the place where it is good; null when it is good everywhere
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
}
