package org.tongban.tracking.timeline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.json.Json;
import org.tongban.platform.time.LegalZone;
import tools.jackson.core.JacksonException;

/**
 * From entries to how the matter stands. Each teller's entries are folded by the teller's numbers, so that one that
 * came late has its effect in its place.
 */
final class Folding {
    static final String APPLICATION = "/application";
    static final String TRACKING = "/tracking";

    private static final Logger log = LoggerFactory.getLogger(Folding.class);

    private Standing standing;
    private final Map<Integer, CaseStanding> cases = new LinkedHashMap<>();
    private final Map<String, ExpectedPaper> expected = new LinkedHashMap<>();
    private final Map<String, Light> lights;
    private final Map<String, Integer> ratings;

    private Folding(Standing before) {
        standing = before;
        before.cases().forEach(each -> cases.put(each.caseNo(), each));
        before.expected().forEach(paper -> expected.put(paper.rid(), paper));
        lights = new HashMap<>(before.lights());
        ratings = new HashMap<>(before.ratings());
    }

    static Standing of(List<Entry> entries) {
        Folding folding = new Folding(Standing.UNKNOWN);
        by(APPLICATION, entries).forEach(folding::application);
        by(TRACKING, entries).forEach(folding::tracking);
        return folding.standing();
    }

    /** How it stands after one entry more, of which no later one of the same source was folded yet. */
    static Standing after(Standing before, Entry entry) {
        Folding folding = new Folding(before);
        switch (entry.source()) {
            case APPLICATION -> folding.application(entry);
            case TRACKING -> folding.tracking(entry);
            default -> {
                return before;
            }
        }
        return folding.standing();
    }

    private Standing standing() {
        return new Standing(
                standing.owner(),
                standing.division(),
                standing.submittedAt(),
                List.copyOf(cases.values()),
                List.copyOf(expected.values()),
                lights,
                ratings);
    }

    private static Stream<Entry> by(String source, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.source().equals(source))
                .sorted(Comparator.comparingLong(Entry::sourceSequence));
    }

    private void application(Entry entry) {
        read(entry, ToldByApplication.class).ifPresent(told -> application(entry, told));
    }

    /** Facts that make no sense here are on the timeline all the same: they move nothing. */
    private static <T> Optional<T> read(Entry entry, Class<T> type) {
        try {
            return Optional.of(Json.lenient().readValue(entry.facts(), type));
        } catch (JacksonException e) {
            log.error(
                    "the facts of entry {} of type {} cannot be read and move nothing: {}",
                    entry.no(),
                    entry.type(),
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private void application(Entry entry, ToldByApplication told) {
        if (entry.type().equals("application.submitted.v1")) {
            submitted(entry, told);
            return;
        }
        expect(told);
        told.cases().forEach(each -> move(each, entry));
        if (told.caseNo() != null) {
            move(told.asCase(), entry);
        }
    }

    private void submitted(Entry entry, ToldByApplication told) {
        standing = new Standing(
                told.owner(),
                told.division() == null ? null : told.division().code(),
                entry.at(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of());
        expect(told);
        told.cases().forEach(each -> {
            Integer no = each.caseNo();
            if (no != null) {
                cases.put(no, each.standing(no));
            }
        });
    }

    private void expect(ToldByApplication told) {
        told.expected().stream()
                .filter(paper -> paper.rid() != null)
                .forEach(paper -> expected.put(paper.rid(), paper));
    }

    private void move(ToldByApplication.Case told, Entry entry) {
        if (told.caseNo() != null) {
            cases.computeIfPresent(told.caseNo(), (no, before) -> after(before, told, entry));
        }
    }

    private static CaseStanding after(CaseStanding before, ToldByApplication.Case told, Entry entry) {
        ToldByApplication.Due due = told.due();
        CaseStanding now = told.standing(before.caseNo());
        Stage stage = told.stage() == null ? before.stage() : now.stage();
        return new CaseStanding(
                before.caseNo(),
                before.item(),
                before.name(),
                before.department(),
                stage,
                told.stage() == null ? before.stageWord() : now.stageWord(),
                before.after(),
                told.outcome() == null ? before.outcome() : now.outcome(),
                told.outcome() == null ? before.outcomeWord() : now.outcomeWord(),
                due != null ? due.earlier() : before.due(),
                due != null ? told.yellowOn() : before.yellowOn(),
                due != null ? told.redOn() : before.redOn(),
                stage == Stage.SUSPENDED ? stopped(before, entry) : null);
    }

    private static LocalDate stopped(CaseStanding before, Entry entry) {
        return before.stoppedOn() == null ? LegalZone.dateOf(entry.at()) : before.stoppedOn();
    }

    private void tracking(Entry entry) {
        read(entry, ToldHere.class).ifPresent(told -> tracking(String.valueOf(entry.caseNo()), told));
    }

    private void tracking(String caseNo, ToldHere told) {
        if (told.light() != null) {
            lights.put(caseNo, told.light());
        }
        if (told.score() != null) {
            ratings.put(caseNo, told.score());
        }
    }

    /** Of the service's own entries: a light that changed, or a score that was given. */
    private record ToldHere(@Nullable Light light, @Nullable Integer score) {}

    /** Copies, for lists that JSON may leave out or leave holes in. */
    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
