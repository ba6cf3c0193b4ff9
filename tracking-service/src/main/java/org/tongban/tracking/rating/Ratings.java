package org.tongban.tracking.rating;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.security.Caller;
import org.tongban.tracking.timeline.CaseStanding;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Standing;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;

/** Takes the owner's word about a decided case, once. */
final class Ratings {
    private final Timelines timelines;
    private final Chronicle chronicle;
    private final Comments comments;
    private final Clock clock;

    Ratings(Timelines timelines, Chronicle chronicle, Comments comments, Clock clock) {
        this.timelines = timelines;
        this.chronicle = chronicle;
        this.comments = comments;
        this.clock = clock;
    }

    /** The comment is kept once the score stands: a crash in between costs the comment, and never overwrites one. */
    Answer rate(TrackingCode code, RatingBody.Rating rating, Caller caller, Command command) {
        Decided<Timeline> decided = timelines
                .store()
                .decide(code.value(), command, Timelines::unknown, stored -> decide(stored, code, rating, caller));
        CrashPoints.reached("rating.before-comment");
        String comment = rating.comment();
        if (comment != null) {
            comments.keep(code, rating.caseNo(), comment);
        }
        return decided.answer(timeline -> Rated.of(
                code,
                rating.caseNo(),
                timeline.standing().rating(rating.caseNo()).orElse(rating.score()),
                at(timeline, rating.caseNo()).orElse(decided.at())));
    }

    private static Optional<Instant> at(Timeline timeline, int caseNo) {
        return timeline.entries().stream()
                .filter(entry -> entry.type().equals(Rated.TYPE)
                        && Integer.valueOf(caseNo).equals(entry.caseNo()))
                .map(Entry::at)
                .findFirst();
    }

    private Decision<Timeline> decide(
            Stored<Timeline> stored, TrackingCode code, RatingBody.Rating rating, Caller caller) {
        Standing standing = stored.state().standing();
        if (!caller.id().equals(standing.owner())) {
            throw Timelines.unknown();
        }
        CaseStanding about = standing.caseNo(rating.caseNo())
                .orElseThrow(() -> new NotAllowed("/caseNo", "没有这一项。", "There is no such case."));
        if (about.outcome() == null) {
            throw new NotNow("该项尚未作出决定，暂不能评价。", "This case is not decided yet and cannot be rated.");
        }
        if (standing.rating(rating.caseNo()).isPresent()) {
            throw new NotNow("该项已经评价过。", "This case has been rated already.");
        }
        Instant now = clock.instant();
        Rated event = Rated.of(code, rating.caseNo(), rating.score(), now);
        Change<Timeline> change =
                chronicle.tell(stored.state(), List.of(new Chronicle.Fact(event, rating.caseNo())), now);
        return new Decision<>(change, CommandResult.created(URI.create("/api/tracking/" + code.value())));
    }
}
