package org.tongban.catalog.item;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads conditions of the gsi-1 form. */
final class ConditionReader {
    private ConditionReader() {}

    /** The condition in this field; always where there is none. */
    static Condition read(Fields object, String field) {
        return object.object(field).map(ConditionReader::condition).orElse(Condition.ALWAYS);
    }

    private static Condition condition(Fields when) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, List<String>> circumstances = new LinkedHashMap<>();
        when.node()
                .propertyNames()
                .forEach(key -> (Condition.isCircumstance(key) ? circumstances : values).put(key, when.texts(key)));
        return new Condition(values, circumstances);
    }
}
