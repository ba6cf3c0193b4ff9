package org.tongban.application.document;

import java.util.List;
import java.util.Optional;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.problem.Said;

/**
 * Deletes an owner's document that nothing uses (个人信息保护法 47).
 *
 * <p>It is set aside first, so that nobody begins to use it after it was looked for; a bag that did so just before finds
 * out when it is submitted.
 */
final class Deletions {
    private final Documents documents;
    private final List<DocumentUse> uses;

    Deletions(Documents documents, List<DocumentUse> uses) {
        this.documents = documents;
        this.uses = List.copyOf(uses);
    }

    /** @throws NotNow when it is used */
    void delete(Document document) {
        documents.setAside(document);
        Optional<Said> used =
                uses.stream().flatMap(use -> use.of(document).stream()).findFirst();
        if (used.isPresent()) {
            documents.putBack(document);
            throw new NotNow(used.get().zh(), used.get().en());
        }
        documents.delete(document);
    }
}
