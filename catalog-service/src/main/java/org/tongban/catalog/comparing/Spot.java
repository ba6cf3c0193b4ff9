package org.tongban.catalog.comparing;

import org.tongban.catalog.guide.Pointer;
import org.tongban.platform.problem.Said;

/**
 * Where in a guide: its pointer, and how one says it.
 *
 * @param said empty for the guide itself
 */
record Spot(String pointer, Said said) {
    static final Spot GUIDE = new Spot("", new Said("", ""));

    Spot field(String name) {
        return new Spot(pointer + Pointer.of(name), joined(FieldNames.of(name)));
    }

    /** An entry of the list that this spot is, by what one calls it. */
    Spot entry(int index, String called) {
        String quoted = called.isEmpty() ? Integer.toString(index + 1) : called;
        return new Spot(
                pointer + "/" + index, new Said(said.zh() + "“" + quoted + "”", said.en() + " \"" + quoted + "\""));
    }

    Said says(String zh, String en) {
        return new Said(said.zh() + "：" + zh + "。", said.en() + ": " + en + ".");
    }

    private Said joined(Said field) {
        return said.zh().isEmpty() ? field : new Said(said.zh() + "的" + field.zh(), said.en() + ", " + field.en());
    }
}
