package org.tongban.catalog.search;

import java.util.List;

/**
 * Where a text has what was looked for, as places and not as markup: the text stays what it is.
 *
 * @param field name, department or materials
 * @param spans in order, apart from each other
 */
public record Highlight(String field, String text, List<Span> spans) {

    /** From the first character (counted from 0, in UTF-16) to the one behind the last. */
    public record Span(int from, int to) {}

    public Highlight {
        spans = List.copyOf(spans);
    }
}
