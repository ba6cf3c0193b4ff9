package org.tongban.catalog.guide;

import java.util.List;

/**
 * An answer as it came in.
 *
 * @param many it came as an array
 */
public record Given(List<String> values, boolean many) {
    public Given {
        values = List.copyOf(values);
    }
}
