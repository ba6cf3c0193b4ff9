package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.LegalClock;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;

/**
 * Everything that was submitted under one code: the frozen list with what was handed in, and one case per item.
 *
 * @param owner the applicant's opaque id
 * @param applicant the applicant type of the list, {@code 自然人}
 * @param pieces the paper originals that counters have scanned
 * @param withdrawal null unless the owner took it back
 * @param taken every step that was taken, by whom
 * @param issuing since when granted documents wait to be put into the owner's store; null when none do
 * @param queues derived: on which desks it lies, for the worklist's index
 * @param place derived: its place in those queues, the order of submission
 * @param silentAfter derived: the last day on which a department is in time; null when none has to answer
 */
public record Application(
        TrackingCode code,
        String owner,
        String listNo,
        Division division,
        String applicant,
        Instant submittedAt,
        List<Requirement> requirements,
        List<Case> cases,
        List<Piece> pieces,
        @Nullable Withdrawal withdrawal,
        List<Taken> taken,
        @Nullable Instant issuing,
        List<String> queues,
        String place,
        @Nullable LocalDate silentAfter) {
    public Application {
        requirements = List.copyOf(requirements);
        cases = List.copyOf(cases);
        pieces = List.copyOf(pieces);
        taken = List.copyOf(taken);
        queues = Queue.of(division.code(), cases);
        place = Queue.place(submittedAt, code);
        silentAfter = firstSilence(cases, new Arrival(requirements, pieces));
    }

    private static @Nullable LocalDate firstSilence(List<Case> cases, Arrival arrival) {
        return cases.stream()
                .filter(each -> each.isWithinAnswer() && arrival.isOf(each))
                .map(each -> each.receivedCase().answerBy())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** What is born of a frozen bag: the first cases are submitted, the others wait for them. */
    static Change<Application> submitted(Submission bag, LegalClock clock) {
        List<Case> cases = new ArrayList<>();
        for (Matter matter : bag.matters()) {
            List<Integer> after = matter.after().stream()
                    .map(item -> caseOf(bag.matters(), item))
                    .toList();
            cases.add(Case.begun(cases.size() + 1, matter, after, bag.submittedAt(), clock));
        }
        Application fresh = new Application(
                bag.code(),
                bag.owner(),
                bag.listNo(),
                bag.division(),
                bag.applicant(),
                bag.submittedAt(),
                bag.requirements(),
                cases,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                "",
                null);
        return Change.telling(fresh, Telling.submitted(fresh));
    }

    private static int caseOf(List<Matter> matters, String item) {
        for (int i = 0; i < matters.size(); i++) {
            if (matters.get(i).item().equals(item)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no case for " + item);
    }

    public Optional<Case> caseNo(int no) {
        return no < 1 || no > cases.size() ? Optional.empty() : Optional.of(cases.get(no - 1));
    }

    public Optional<Requirement> requirement(String rid) {
        return requirements.stream().filter(line -> line.rid().equals(rid)).findFirst();
    }

    /** The paper original of that line as the counters know it. */
    public Piece piece(String rid) {
        return pieces.stream()
                .filter(known -> known.rid().equals(rid))
                .findFirst()
                .orElseGet(() -> Piece.unseen(rid));
    }

    /**
     * Whether nobody answered in time, so that it counts as accepted (行政许可法 32(4)); of a bag of which nothing has
     * come there is nothing to accept.
     */
    public boolean isSilent(Case subject, LocalDate today) {
        return subject.isSilentOn(today) && arrival().isOf(subject);
    }

    private Arrival arrival() {
        return new Arrival(requirements, pieces);
    }

    /** The lines of the case that were to come later and have not come. */
    List<Requirement> later(Case subject) {
        return requirements.stream()
                .filter(line -> line.isFor(subject.matter().item()))
                .filter(line -> line.state() == Requirement.State.LATER)
                .filter(line -> piece(line.rid()).custody() != Custody.HELD)
                .toList();
    }

    /** The five days of a case of which nothing was there begin with what came first. */
    public Application arrivedSince(Application before, Instant at, LegalClock clock) {
        List<Case> all = cases.stream()
                .map(each -> each.stage() == Stage.SUBMITTED
                                && !before.arrival().isOf(each)
                                && arrival().isOf(each)
                        ? each.arrived(at, clock).next()
                        : each)
                .toList();
        return all.equals(cases) ? this : new Builder(this).cases(all).build();
    }

    /** Whether a counter is to take the original of that line: one that is announced, or was to come later. */
    public boolean isAwaited(String rid) {
        return requirement(rid)
                .filter(line ->
                        line.state() == Requirement.State.BRING_ORIGINAL || line.state() == Requirement.State.LATER)
                .isPresent();
    }

    /** The lines whose originals are to come to a counter. */
    public Stream<Requirement> expected() {
        return requirements.stream().filter(line -> line.state() == Requirement.State.BRING_ORIGINAL);
    }

    /** The numbers of the cases that ask for that line. */
    public List<Integer> casesOf(Requirement line) {
        return cases.stream()
                .filter(each -> line.isFor(each.matter().item()))
                .map(Case::no)
                .toList();
    }

    /** The owner takes back every case that is not final. */
    public Change<Application> withdraw(@Nullable String reason, Instant at) {
        List<Case> open = cases.stream().filter(each -> !each.stage().isFinal()).toList();
        if (open.isEmpty()) {
            throw WrongStep.from(1, cases.get(0).stage(), Step.WITHDRAWAL);
        }
        Application next =
                new Builder(this).withdrawal(new Withdrawal(reason, at)).build();
        List<DomainEvent> events = new ArrayList<>();
        for (Case each : open) {
            Case back = each.moved(Step.WITHDRAWAL);
            next = next.with(back.next(), new Taken(each.no(), Step.WITHDRAWAL, at, owner));
            events.add(new ApplicationEvent.Withdrawn(each.no(), back.stage(), at));
        }
        return new Change<>(next, events);
    }

    /** The cases that gave their owner documents. */
    public List<Case> granting() {
        return cases.stream()
                .filter(each ->
                        each.ending() != null && !each.ending().results().isEmpty())
                .toList();
    }

    /** @param done the granting cases whose documents are in the owner's store by now */
    public Change<Application> issued(List<Case> done) {
        List<Integer> stored = done.stream().map(Case::no).toList();
        boolean all = granting().stream().map(Case::no).allMatch(stored::contains);
        return Change.silently(all ? new Builder(this).issuing(null).build() : this);
    }

    /** A counter's scan has moved a piece; with it a line that was to come later is handed in. */
    public Application withPiece(Piece piece) {
        List<Piece> others = new ArrayList<>(pieces.stream()
                .filter(known -> !known.rid().equals(piece.rid()))
                .toList());
        others.add(piece);
        Application moved = new Builder(this).pieces(others).build();
        return piece.custody() == Custody.HELD ? moved.met(brought(piece.rid())) : moved;
    }

    private List<Requirement> brought(String rid) {
        return requirement(rid).filter(line -> line.state() == Requirement.State.LATER).stream()
                .map(line -> line.met(Requirement.State.BRING_ORIGINAL, List.of(), null))
                .toList();
    }

    Application with(Case changed, Taken step) {
        List<Case> all = new ArrayList<>(cases);
        all.set(changed.no() - 1, changed);
        List<Taken> steps = new ArrayList<>(taken);
        steps.add(step);
        return new Builder(this).cases(all).taken(steps).build();
    }

    Application met(List<Requirement> lines) {
        List<Requirement> all = requirements.stream()
                .map(line -> lines.stream()
                        .filter(met -> met.rid().equals(line.rid()))
                        .findFirst()
                        .orElse(line))
                .toList();
        return new Builder(this).requirements(all).build();
    }

    Application issuing(Instant since) {
        return new Builder(this)
                .issuing(Objects.requireNonNullElse(issuing, since))
                .build();
    }
}
