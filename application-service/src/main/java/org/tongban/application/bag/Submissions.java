package org.tongban.application.bag;

import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.application.document.Document;
import org.tongban.application.document.Documents;
import org.tongban.application.identity.Desks;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Receipt;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.loop.Sweep;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal.Fault;
import org.tongban.platform.problem.Said;

/**
 * Turns a bag into an application, once, in three steps that any repeat finishes: the bag is frozen with all that the
 * application will hold, the application is stored under the bag's code, the bag is marked as done.
 */
final class Submissions {
    private static final Logger log = LoggerFactory.getLogger(Submissions.class);
    private static final String SUBMITTING = "submitting";

    private final AggregateStore<Bag> bags;
    private final Intake intake;
    private final Documents documents;
    private final Unstaffed unstaffed;
    private final Idempotency idempotency;
    private final BagProperties properties;
    private final Clock clock;

    Submissions(
            AggregateStore<Bag> bags,
            Intake intake,
            Documents documents,
            Desks desks,
            Idempotency idempotency,
            BagProperties properties,
            Clock clock) {
        this.bags = bags;
        this.documents = documents;
        this.intake = intake;
        this.unstaffed = new Unstaffed(desks);
        this.idempotency = idempotency;
        this.properties = properties;
        this.clock = clock;
        bags.documents().createIndex(Indexes.ascending(SUBMITTING), new IndexOptions().sparse(true));
    }

    Answer submit(Command command, String owner, String bagId) {
        return idempotency.create(
                command,
                () -> bagId,
                id -> {
                    refuse(Bags.owned(bags, owner, bagId).state());
                    Bag frozen = bags.change(bagId, bag -> Change.silently(bag.freeze(clock.instant())))
                            .orElseThrow();
                    CrashPoints.reached("submission.after-freeze");
                    finish(frozen);
                    Receipt receipt = intake.receipt(frozen.code());
                    return Answer.created(location(frozen.code()), receipt);
                },
                id -> intake.receipt(Bags.owned(bags, owner, id).state().code()));
    }

    /** What is frozen goes its way, whatever has become of documents and staff since. */
    private void refuse(Bag bag) {
        if (!bag.isSubmitted()) {
            bag.checkOpen(clock.instant());
            refuseDeleted(bag);
            unstaffed.refuse(bag.list());
        }
    }

    /** Nobody gets an application whose documents are gone. */
    private void refuseDeleted(Bag bag) {
        Set<String> there = documents.owned(bag.owner(), bag.documentIds()).stream()
                .map(Document::documentId)
                .collect(Collectors.toSet());
        List<Fault> faults = bag.given().stream()
                .filter(given ->
                        !given.documents().stream().map(Document::documentId).allMatch(there::contains))
                .map(given -> new Fault(
                        "/requirements/" + given.rid(),
                        new Said(
                                given.rid() + " 中有已删除的材料，请重新选择。",
                                given.rid() + " names a document that was deleted; give another one.")))
                .toList();
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
    }

    /** Finishes what a crash left between two steps. */
    void sweep() {
        Date stuck = Date.from(clock.instant().minus(properties.stuckAfter()));
        new Sweep("submission-sweeper", bags.documents(), SUBMITTING).each(lt(SUBMITTING, stuck), this::finishStuck);
    }

    private void finishStuck(String bagId) {
        bags.find(bagId).ifPresent(stored -> finish(stored.state()));
        log.info("finished a submission that was cut off bag={}", bagId);
    }

    private void finish(Bag frozen) {
        if (frozen.submitting() != null) {
            boolean isNew = intake.open(frozen.submission());
            CrashPoints.reached("submission.after-insert");
            bags.change(frozen.bagId(), bag -> Change.silently(bag.finish()));
            if (isNew) {
                log.info("application submitted code={} list={}", frozen.code(), frozen.listNo());
            }
        }
    }

    private static URI location(TrackingCode code) {
        return URI.create("/api/application/applications/" + code.display());
    }
}
