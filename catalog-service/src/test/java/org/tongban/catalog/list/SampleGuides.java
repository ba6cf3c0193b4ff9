package org.tongban.catalog.list;

import java.util.Objects;
import org.tongban.catalog.RealData;
import tools.jackson.databind.node.ObjectNode;

/** Guides as an editor would bring them in. */
final class SampleGuides {
    private SampleGuides() {}

    /** A real guide under another id and name. */
    static String copy(String real, String id, String name) {
        ObjectNode guide = (ObjectNode) Objects.requireNonNull(RealData.gsi().get(real));
        return guide.put("id", id).put("name", name).toString();
    }
}
