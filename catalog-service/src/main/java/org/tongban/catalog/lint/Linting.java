package org.tongban.catalog.lint;

import java.util.Collection;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.tongban.catalog.bulkhead.Bulkhead;
import org.tongban.catalog.directory.Directory;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.reference.References;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.Busy;

/** The lint with what is known now: the reference data, and which items there are. */
@Service
public class Linting {
    private final Items items;
    private final Directory directory;
    private final References references;

    private final Bulkhead places;

    Linting(Items items, Directory directory, References references, LintProperties properties) {
        this.places = new Bulkhead(properties.atOnce(), properties.waiting(), properties.patience());
        this.items = items;
        this.directory = directory;
        this.references = references;
    }

    /**
     * Looks a guide over for an editor who waits for it: few do so at once, and citizens' questions wait for none of them.
     *
     * @throws Busy when too many others do
     */
    public <T> T atAPlace(Function<GuideLint, T> work) {
        return places.run(() -> work.apply(now()));
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
