package org.tongban.catalog.reference;

import java.util.Arrays;
import java.util.Optional;
import org.tongban.platform.problem.NotAllowed;
import tools.jackson.databind.JsonNode;

/** The files that editors put in place whole. */
enum ReferenceFile {
    DIVISIONS("divisions"),
    DOCUMENT_KINDS("document-kinds"),
    HALLS("halls"),
    BUNDLES("bundles"),
    EXCLUSIONS("exclusions");

    private final String path;

    ReferenceFile(String path) {
        this.path = path;
    }

    /** Its name in addresses and in the store, and in all but the document kinds the name of its array. */
    String path() {
        return path;
    }

    static Optional<ReferenceFile> of(String path) {
        return Arrays.stream(values()).filter(file -> file.path.equals(path)).findFirst();
    }

    /**
     * Puts the file's content in the place of what was known.
     *
     * @throws NotAllowed naming the entry that cannot be read
     */
    Reference read(Reference known, JsonNode file) {
        return switch (this) {
            case DIVISIONS -> known.with(DivisionsReader.read(file));
            case DOCUMENT_KINDS -> known.with(DocumentKindsReader.read(file));
            case HALLS -> known.withHalls(HallsReader.read(file));
            case BUNDLES -> known.withBundles(BundlesReader.read(file));
            case EXCLUSIONS -> known.with(ExclusionsReader.read(file));
        };
    }
}
