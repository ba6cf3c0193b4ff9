package org.tongban.catalog.reference;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongban.platform.problem.NotAllowed;
import tools.jackson.databind.JsonNode;

/** The files that editors put in place whole. */
enum ReferenceFile {
    DIVISIONS("divisions"),
    DOCUMENT_KINDS("document-kinds"),
    HALLS("halls"),
    BUNDLES("bundles"),
    EXCLUSIONS("exclusions"),
    WORDING("wording"),
    NEGATIVE_LIST("negative-list"),
    INTERMEDIARY_SERVICES("intermediary-services"),
    FAQS("faqs"),
    ANNOUNCEMENTS("announcements");

    private final String path;

    ReferenceFile(String path) {
        this.path = path;
    }

    /** Its name in addresses and in the store. */
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
            case WORDING -> known.with(WordingReader.read(file));
            case NEGATIVE_LIST -> shown(known, file, DisclosureReader::negativeList);
            case INTERMEDIARY_SERVICES -> shown(known, file, DisclosureReader::intermediaryServices);
            case FAQS -> shown(known, file, DisclosureReader::faqs);
            case ANNOUNCEMENTS -> shown(known, file, DisclosureReader::announcements);
        };
    }

    /** A file that is shown as it is, and from which nothing else follows. */
    private static Reference shown(Reference known, JsonNode file, Consumer<JsonNode> check) {
        check.accept(file);
        return known;
    }
}
