package org.tongban.catalog.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All document kinds and all readings; knows which paper does for which. */
public final class DocumentKinds {
    public static final DocumentKinds NONE = new DocumentKinds(List.of(), Map.of());

    private final Map<String, DocumentKind> kinds = new LinkedHashMap<>();
    private final Map<String, Reading> lines;
    private final Map<String, List<Paper>> results = new HashMap<>();
    private final Map<String, Set<String>> upwards = new HashMap<>();
    private final Map<String, List<String>> accepts = new HashMap<>();
    private final Matching matching;

    /**
     * Puts kinds and readings together.
     *
     * @param lines readings by {@code <item>#<material number>}
     */
    public DocumentKinds(Collection<DocumentKind> kinds, Map<String, Reading> lines) {
        kinds.forEach(kind -> this.kinds.put(kind.key(), kind));
        this.lines = Map.copyOf(lines);
        for (DocumentKind kind : kinds) {
            upwards.put(kind.key(), withBroader(kind.key()));
            kind.issuedBy()
                    .forEach(issuer -> results.computeIfAbsent(issuer.item(), item -> new ArrayList<>())
                            .add(new Paper(kind.key(), issuer.holder())));
            for (String wide : withBroader(kind.key())) {
                accepts.computeIfAbsent(wide, key -> new ArrayList<>(List.of(wide)));
                if (!wide.equals(kind.key())) {
                    accepts.get(wide).add(kind.key());
                }
            }
        }
        results.replaceAll((item, papers) -> narrowest(papers));
        matching = new Matching(kinds, lines.values());
    }

    /** What a line means: as somebody has read it, else as its wording says. */
    public Optional<Match> match(String item, int material, String name) {
        return reading(item, material)
                .map(reading -> new Match(reading, Match.By.READ))
                .or(() -> matching.match(item, material, name));
    }

    /** What a line means as far as a list may rest on it: as somebody has read it, else only what its wording says for sure. */
    public Optional<Reading> reading(String item, int material, String name) {
        return match(item, material, name)
                .filter(match -> match.by() == Match.By.READ || match.reading().isSure())
                .map(Match::reading);
    }

    /** Whether it is a form of one line, or a kind that there is. */
    public boolean isKnown(Paper paper) {
        return paper.isForm() || kinds.containsKey(paper.kind());
    }

    /** Whether all of a reading's papers are licences that government bodies issue. */
    public boolean isIssuedByAgencies(Reading reading) {
        return reading.all().stream()
                .allMatch(group -> group.stream().allMatch(paper -> {
                    DocumentKind kind = kinds.get(paper.kind());
                    return kind != null && kind.isLicence();
                }));
    }

    public Optional<Reading> reading(String item, int material) {
        return Optional.ofNullable(lines.get(item + "#" + material));
    }

    /** The kinds that do where this one is wanted: itself first, then all narrower ones. */
    public List<String> accepts(String kind) {
        return List.copyOf(accepts.getOrDefault(kind, List.of(kind)));
    }

    /** What an item issues: of kinds for one holder only the narrowest. */
    public List<Paper> issuedBy(String item) {
        return results.getOrDefault(item, List.of());
    }

    /** Whether one sheet may serve several lines that mean these papers. */
    public boolean isMergeable(Reading reading) {
        return papers(reading).stream().allMatch(paper -> {
            DocumentKind kind = kinds.get(paper.kind());
            return !paper.isForm() && kind != null && kind.isMergeable();
        });
    }

    /** Whether whoever brings the papers of one reading has also brought those of the other. */
    public boolean meets(Reading brought, Reading wanted) {
        return wanted.all().stream().allMatch(group -> brought.all().stream().anyMatch(have -> meets(have, group)));
    }

    /** Whether these papers alone do for the whole reading. */
    public boolean meets(List<Paper> brought, Reading wanted) {
        return wanted.all().stream()
                .allMatch(group ->
                        brought.stream().anyMatch(have -> group.stream().anyMatch(want -> meets(have, want))));
    }

    private boolean meets(List<Paper> anyOfThese, List<Paper> anyOfThose) {
        return anyOfThese.stream().allMatch(have -> anyOfThose.stream().anyMatch(want -> meets(have, want)));
    }

    private boolean meets(Paper have, Paper want) {
        return have.isOf(want.holder())
                && upwards.getOrDefault(have.kind(), Set.of(have.kind())).contains(want.kind());
    }

    private Set<String> withBroader(String key) {
        Set<String> climbed = new LinkedHashSet<>();
        String next = key;
        while (next != null && climbed.add(next)) {
            DocumentKind kind = kinds.get(next);
            next = kind == null ? null : kind.broader();
        }
        return climbed;
    }

    private List<Paper> narrowest(List<Paper> papers) {
        return papers.stream()
                .filter(paper -> papers.stream().noneMatch(other -> !other.equals(paper) && meets(other, paper)))
                .toList();
    }

    private static List<Paper> papers(Reading reading) {
        return reading.all().stream().flatMap(List::stream).toList();
    }
}
