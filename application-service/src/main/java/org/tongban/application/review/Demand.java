package org.tongban.application.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Desk;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.problem.Refusal;

/** What a staff member asks for; what the frozen list does not hold is refused, and that leaves a trace. */
record Demand(List<Piece> pieces) {
    /**
     * Something that is asked for.
     *
     * @param pointer where it stands in the request
     * @param rid null when it is asked for by name
     */
    record Piece(String pointer, @Nullable String rid) {}

    Demand {
        pieces = List.copyOf(pieces);
    }

    /** Its refusal, whenever it is asked for again; empty when all of it is on the list. */
    Optional<BeyondList> beyond(Predicate<String> isOnList) {
        List<String> pointers = pieces.stream()
                .filter(piece -> piece.rid() == null || !isOnList.test(piece.rid()))
                .map(Piece::pointer)
                .toList();
        return pointers.isEmpty() ? Optional.empty() : Optional.of(new BeyondList(pointers));
    }

    /** The trace of it. */
    Decision<Application> refused(Desk desk, Refusal why) {
        boolean accepted = desk.isAccepted();
        List<String> rids = pieces.stream()
                .map(Piece::rid)
                .filter(rid -> rid != null && (accepted || !desk.isOnList(rid)))
                .toList();
        int named = (int) pieces.stream().filter(piece -> piece.rid() == null).count();
        return new Decision<>(desk.refuseBeyondList(rids, named), CommandResult.refused(why));
    }
}
