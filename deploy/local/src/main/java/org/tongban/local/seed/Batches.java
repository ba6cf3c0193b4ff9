package org.tongban.local.seed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts JSON texts together into arrays that stay under a size in bytes. */
final class Batches {

    private Batches() {}

    /** The arrays, in order; a text that is too long by itself gets one of its own. */
    static List<String> of(List<String> texts, int bytesAtMost) {
        List<String> batches = new ArrayList<>();
        List<String> current = new ArrayList<>();
        int size = 0;
        for (String text : texts) {
            int length = text.getBytes(StandardCharsets.UTF_8).length + 1;
            if (!current.isEmpty() && size + length > bytesAtMost) {
                batches.add(array(current));
                current.clear();
                size = 0;
            }
            current.add(text);
            size += length;
        }
        if (!current.isEmpty()) {
            batches.add(array(current));
        }
        return batches;
    }

    private static String array(List<String> texts) {
        return "[" + String.join(",", texts) + "]";
    }
}
