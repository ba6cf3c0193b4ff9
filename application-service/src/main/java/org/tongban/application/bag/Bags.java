package org.tongban.application.bag;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tongban.application.catalog.Catalog;
import org.tongban.application.catalog.Line;
import org.tongban.application.catalog.Notice;
import org.tongban.application.catalog.Notices;
import org.tongban.application.catalog.SignedList;
import org.tongban.application.document.Document;
import org.tongban.application.document.Documents;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.problem.StaleVersion;

/** Opens bags and fills them, for their owners alone. */
final class Bags {
    private static final String OWNER = "owner";
    private static final String OPEN_UNTIL = "openUntil";

    private final AggregateStore<Bag> bags;
    private final Catalog catalog;
    private final Notices notices;
    private final Documents documents;
    private final Idempotency idempotency;
    private final BagProperties properties;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Bags(
            AggregateStore<Bag> bags,
            Catalog catalog,
            Notices notices,
            Documents documents,
            Idempotency idempotency,
            BagProperties properties,
            Clock clock) {
        this.bags = bags;
        this.catalog = catalog;
        this.notices = notices;
        this.documents = documents;
        this.idempotency = idempotency;
        this.properties = properties;
        this.clock = clock;
        bags.documents().createIndex(Indexes.ascending(OWNER, OPEN_UNTIL));
    }

    Answer open(Command command, String owner, String listNo) {
        return idempotency.create(command, OpaqueId::next, bagId -> open(bagId, owner, listNo), bagId -> {
            Bag bag = owned(bags, owner, bagId).state();
            return view(bag, bag.list());
        });
    }

    Answer show(String owner, String bagId) {
        Stored<Bag> stored = owned(bags, owner, bagId);
        return Answer.ok(view(stored.state(), stored.state().list())).withEtag(etag(stored.version()));
    }

    Answer put(Command command, String owner, String bagId, String rid, Wish wish) {
        Bag known = owned(bags, owner, bagId).state();
        SignedList list = known.list();
        Line line = list.line(rid)
                .orElseThrow(() -> new NotFound("清单上没有 " + rid + " 这一行。", "There is no " + rid + " on the list."));
        wish.check();
        List<Document> wanted = documents.owned(owner, wish.wantedDocuments());
        List<Document> store = suggestions(owner, list);
        List<Notice> news = notices.of(list.listNo(), LocaleContextHolder.getLocale());
        Instant now = clock.instant();
        Decided<Bag> decided = bags.decide(bagId, command, NotFound::new, stored -> {
            Bag bag = stored.state();
            checkVersion(command, stored);
            bag.checkOpen(now);
            Optional<Given> given = Rules.given(list::isByCommitment, line, wish, wanted, now);
            Bag next = given.map(put -> bag.give(line, put, list, now, now.plus(properties.consent())))
                    .orElseGet(() -> bag.clear(line, now));
            boolean isWritten = command.isRemembered() || !next.equals(bag);
            return new Decision<>(
                    Change.silently(next), CommandResult.ok().withEtag(etag(stored.version() + (isWritten ? 1 : 0))));
        });
        return decided.answer(bag -> bag.isSubmitted()
                ? view(bag, list)
                : BagView.of(bag, list, store, now).with(news));
    }

    /**
     * Throws away a bag that was never submitted, with all it says about its owner.
     *
     * @throws NotNow when it was submitted
     */
    void discard(String owner, String bagId) {
        Bag bag = owned(bags, owner, bagId).state();
        boolean isGone = !bag.isSubmitted()
                && bags.documents()
                                .deleteOne(and(eq("_id", bagId), exists("submittedAt", false)))
                                .getDeletedCount()
                        == 1;
        if (!isGone) {
            throw new NotNow("申办袋已提交，不能删除。", "The bag is submitted and cannot be thrown away.");
        }
    }

    private void refuseTooMany(String owner, String bagId, Instant now) {
        List<BsonDocument> open = bags.documents()
                .find(and(eq(OWNER, owner), gt(OPEN_UNTIL, Date.from(now)), ne("_id", bagId)))
                .projection(include("_id"))
                .limit(properties.most())
                .into(new ArrayList<>());
        if (open.size() >= properties.most()) {
            throw new NotAllowed(
                    "/listNo",
                    "您已有 " + properties.most() + " 个未提交的申办袋；请先提交，或删除不再需要的（DELETE /api/application/bags/{bagId}）。",
                    "You have " + properties.most()
                            + " bags that are not submitted; submit or delete some of them first"
                            + " (DELETE /api/application/bags/{bagId}).");
        }
    }

    /** @throws NotFound also when it is another's */
    static Stored<Bag> owned(AggregateStore<Bag> bags, String owner, String bagId) {
        return bags.find(bagId)
                .filter(stored -> stored.state().owner().equals(owner))
                .orElseThrow(NotFound::new);
    }

    private Answer open(String bagId, String owner, String listNo) {
        String json = catalog.list(listNo)
                .orElseThrow(() -> new NotAllowed(
                        "/listNo", "没有清单 " + listNo + "，请核对编号。", "There is no such list; check its number."));
        SignedList list = SignedList.read(json);
        Instant now = clock.instant();
        if (list.isOver(now)) {
            throw new NotAllowed(
                    "/listNo",
                    "清单有效期至 " + list.validUntil() + "，请重新查询一单。",
                    "The list was valid until " + list.validUntil() + "; make a new one.");
        }
        if (list.lines().size() > Bag.MOST_LINES) {
            throw new NotAllowed(
                    "/listNo",
                    "清单有 " + list.lines().size() + " 行，一个申办袋最多 " + Bag.MOST_LINES + " 行；请分几单办理。",
                    "The list has " + list.lines().size() + " lines, a bag takes up to " + Bag.MOST_LINES
                            + "; make several lists of it.");
        }
        refuseTooMany(owner, bagId, now);
        Bag bag = Bag.open(bagId, owner, list, json, TrackingCode.draw(random), now, now.plus(properties.lifetime()));
        bags.insert(bag, List.of());
        Stored<Bag> stored = owned(bags, owner, bagId);
        return Answer.created(URI.create("/api/application/bags/" + bagId), view(stored.state(), list))
                .withEtag(etag(stored.version()));
    }

    private BagView view(Bag bag, SignedList list) {
        List<Document> store = bag.isSubmitted() ? List.of() : suggestions(bag.owner(), list);
        List<Notice> news = bag.isSubmitted() ? List.of() : notices.of(list.listNo(), LocaleContextHolder.getLocale());
        return BagView.of(bag, list, store, clock.instant()).with(news);
    }

    private List<Document> suggestions(String owner, SignedList list) {
        Set<String> kinds = list.lines().stream()
                .flatMap(line -> line.groups().stream())
                .flatMap(Collection::stream)
                .flatMap(wanted -> wanted.accepts().stream())
                .collect(Collectors.toSet());
        return documents.ofKinds(owner, kinds);
    }

    private static void checkVersion(Command command, Stored<Bag> stored) {
        String current = etag(stored.version());
        if (command.ifMatch() != null && !command.ifMatch().equals(current)) {
            throw new StaleVersion(current);
        }
    }

    private static String etag(long version) {
        return Long.toString(version);
    }
}
