package org.tongban.catalog.item;

import java.util.Arrays;
import java.util.Optional;

/** How much a material is needed, weakest first. */
public enum Need {
    OPTIONAL("非必要"),
    LATER("容缺后补"),
    REQUIRED("必要");

    private final String label;

    Need(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Need> of(String label) {
        return Arrays.stream(values()).filter(need -> need.label.equals(label)).findFirst();
    }
}
