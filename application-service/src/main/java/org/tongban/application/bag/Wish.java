package org.tongban.application.bag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.NotAllowed;

/**
 * What the owner wants to give for a line: one of these, or nothing, which clears it.
 *
 * @param documentIds they replace what was there
 * @param bringOriginal true: the paper comes to the counter
 * @param declare the owner's own words
 * @param commit true: 告知承诺
 * @param later true: 容缺后补
 */
record Wish(
        @Nullable List<String> documentIds,
        @Nullable Boolean bringOriginal,
        @Nullable String declare,
        @Nullable Boolean commit,
        @Nullable Boolean later) {
    static final int MOST_DOCUMENTS = 50;
    static final int LONGEST_DECLARATION = 2000;

    /** @throws NotAllowed when it is more than one, or one that says nothing */
    void check() {
        List<String> said = named();
        if (said.size() > 1) {
            throw new NotAllowed(
                    "/" + said.get(1),
                    "每次只能选择一种方式，现有：" + String.join("、", said) + "。",
                    "Choose one way at a time; these were sent: " + String.join(", ", said) + ".");
        }
        mustBeTrue("bringOriginal", bringOriginal);
        mustBeTrue("commit", commit);
        mustBeTrue("later", later);
        checkDocumentIds();
        if (declare != null && (declare.isBlank() || declare.length() > LONGEST_DECLARATION)) {
            throw new NotAllowed("/declare", "声明须为 1 至 2000 个字。", "A declaration has 1 to 2000 characters.");
        }
    }

    /** The documents it names; none when it is another wish. */
    List<String> wantedDocuments() {
        return documentIds == null ? List.of() : documentIds;
    }

    private List<String> named() {
        Map<String, Optional<?>> all = new LinkedHashMap<>();
        all.put("documentIds", Optional.ofNullable(documentIds));
        all.put("bringOriginal", Optional.ofNullable(bringOriginal));
        all.put("declare", Optional.ofNullable(declare));
        all.put("commit", Optional.ofNullable(commit));
        all.put("later", Optional.ofNullable(later));
        return all.entrySet().stream()
                .filter(each -> each.getValue().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void mustBeTrue(String name, @Nullable Boolean value) {
        if (Boolean.FALSE.equals(value)) {
            throw new NotAllowed(
                    "/" + name, name + " 只能为 true；清除请提交 {}。", name + " can only be true; send {} to clear the line.");
        }
    }

    private void checkDocumentIds() {
        List<String> ids = wantedDocuments();
        if (ids.size() > MOST_DOCUMENTS) {
            throw new NotAllowed("/documentIds", "一行最多 50 份材料。", "A line takes up to 50 documents.");
        }
        for (int at = 0; at < ids.size(); at++) {
            if (ids.indexOf(ids.get(at)) < at) {
                throw new NotAllowed("/documentIds/" + at, "这份材料重复出现。", "This document is named twice.");
            }
        }
    }
}
