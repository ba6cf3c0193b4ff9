package org.tongban.catalog.reference;

import java.util.List;
import java.util.Optional;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.division.Divisions;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.exclusion.Exclusions;
import org.tongban.catalog.hall.Hall;
import org.tongban.catalog.wording.Phrasebook;

/** All reference data as they stand at one moment. */
public record Reference(
        Divisions divisions,
        DocumentKinds kinds,
        List<Hall> halls,
        List<Bundle> bundles,
        Phrasebook phrasebook,
        Exclusions exclusions) {
    public static final Reference EMPTY =
            new Reference(Divisions.NONE, DocumentKinds.NONE, List.of(), List.of(), Phrasebook.EMPTY, Exclusions.NONE);

    public Reference {
        halls = List.copyOf(halls);
        bundles = List.copyOf(bundles);
    }

    public Optional<Bundle> bundle(String key) {
        return bundles.stream().filter(bundle -> bundle.key().equals(key)).findFirst();
    }

    public Reference with(Divisions others) {
        return new Reference(others, kinds, halls, bundles, phrasebook, exclusions);
    }

    public Reference with(DocumentKinds others) {
        return new Reference(divisions, others, halls, bundles, phrasebook, exclusions);
    }

    public Reference withHalls(List<Hall> others) {
        return new Reference(divisions, kinds, others, bundles, phrasebook, exclusions);
    }

    public Reference withBundles(List<Bundle> others) {
        return new Reference(divisions, kinds, halls, others, phrasebook, exclusions);
    }

    public Reference with(Phrasebook other) {
        return new Reference(divisions, kinds, halls, bundles, other, exclusions);
    }

    public Reference with(Exclusions others) {
        return new Reference(divisions, kinds, halls, bundles, phrasebook, others);
    }
}
