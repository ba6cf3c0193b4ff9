package org.tongban.catalog.wording;

import java.util.List;

/** A word that people use for official ones: {@code 驾照} means {@code 驾驶证}. */
public record EverydayWord(String word, List<String> means) {
    public EverydayWord {
        means = List.copyOf(means);
    }
}
