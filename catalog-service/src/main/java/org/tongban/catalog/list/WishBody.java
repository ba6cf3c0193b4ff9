package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Given;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.ApplicantType;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.NotAllowed;
import tools.jackson.databind.JsonNode;

/** A wish as it comes in. */
record WishBody(
        @Nullable String bundle,
        @Nullable List<@Nullable String> items,
        @Nullable String division,
        @Nullable String applicant,
        @Nullable Map<String, JsonNode> answers) {

    /**
     * Reads it.
     *
     * @throws BadInput for a value of the wrong type
     * @throws NotAllowed without division or applicant
     */
    Wish toWish() {
        return new Wish(
                bundle,
                items == null ? null : ids(items),
                given("division", division),
                ApplicantType.parse("/applicant", given("applicant", applicant)).label(),
                answers == null ? Map.of() : answers(answers));
    }

    WishBody with(List<@Nullable String> others) {
        return new WishBody(bundle, others, division, applicant, answers);
    }

    private static List<String> ids(List<@Nullable String> items) {
        List<String> ids = new ArrayList<>();
        for (String item : items) {
            if (item == null) {
                throw wrongType(Pointer.of("items", ids.size()));
            }
            ids.add(item);
        }
        return ids;
    }

    private static String given(String field, @Nullable String value) {
        if (value == null) {
            throw new NotAllowed(Pointer.of(field), "缺少" + field + "。", "The field " + field + " is missing.");
        }
        return value;
    }

    /** @throws BadInput for an answer that is no text and no array of texts */
    static Map<String, Given> answers(Map<String, JsonNode> answers) {
        Map<String, Given> given = new LinkedHashMap<>();
        answers.forEach((key, value) -> given.put(key, answer(Pointer.of("answers", key), value)));
        return given;
    }

    private static Given answer(String pointer, @Nullable JsonNode value) {
        if (value != null && value.isString()) {
            return new Given(List.of(value.stringValue()), false);
        }
        if (value == null || !value.isArray()) {
            throw wrongType(pointer);
        }
        List<String> values = new ArrayList<>();
        for (JsonNode each : value) {
            if (!each.isString()) {
                throw wrongType(pointer + "/" + values.size());
            }
            values.add(each.stringValue());
        }
        return new Given(values, true);
    }

    private static BadInput wrongType(String pointer) {
        return new BadInput(pointer, "此处须为文本。", "This must be a text.");
    }
}
