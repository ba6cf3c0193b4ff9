package org.tongban.catalog.lint;

import java.util.Collection;
import org.springframework.stereotype.Service;
import org.tongban.catalog.directory.Directory;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.reference.References;
import org.tongban.platform.json.Json;

/** The lint with what is known now: the reference data, and which items there are. */
@Service
public class Linting {
    private final Items items;
    private final Directory directory;
    private final References references;

    Linting(Items items, Directory directory, References references) {
        this.items = items;
        this.directory = directory;
        this.references = references;
    }

    public GuideLint now() {
        return new GuideLint(references.now(), id -> items.isPublished(id) || directory.names(id));
    }

    /** Flags anew the published guides that were flagged because one of these items was not there. */
    public void arrived(Collection<String> published) {
        GuideLint lint = now();
        items.overriding(published, Rule.OVERRIDES_UNKNOWN.code())
                .forEach(id -> items.flag(
                        id, gsi -> lint.lint(Json.mapper().readTree(gsi)).findings()));
    }
}
