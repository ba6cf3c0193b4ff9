package org.tongban.catalog.list;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongban.catalog.division.Division;
import org.tongban.catalog.guide.Pointer;
import org.tongban.platform.code.RandomText;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;
import org.tongban.platform.time.LegalZone;
import tools.jackson.databind.JsonNode;

/** Issues lists: numbers them, signs them, freezes them. */
@Service
class ListIssuing {
    private static final int RANDOM_CHARACTERS = 12;

    private final Inquiries inquiries;
    private final IssuedLists lists;
    private final ListKeys keys;
    private final ListProperties properties;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    ListIssuing(Inquiries inquiries, IssuedLists lists, ListKeys keys, ListProperties properties, Clock clock) {
        this.inquiries = inquiries;
        this.lists = lists;
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
    }

    /** A number that nobody can guess: {@code L-511602-20261122-7KQ2M9XT04HB}. */
    String number(String division) {
        LocalDate today = LegalZone.dateOf(clock.instant());
        return String.join(
                "-",
                "L",
                division,
                DateTimeFormatter.BASIC_ISO_DATE.format(today),
                RandomText.crockford(random, RANDOM_CHARACTERS));
    }

    /**
     * Issues a list under a number drawn before.
     *
     * @param revised the list that no longer fits; null for a first one
     * @param repeatable the number was kept for this wish, so a list under it is the one that was issued for it
     * @throws NotAllowed while questions are open
     */
    IssuedList issue(String listNo, Wish wish, @Nullable IssuedList revised, boolean repeatable) {
        Draft draft = inquiries.draft(wish);
        refuseOpenQuestions(draft);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LocalDate validUntil = LegalZone.dateOf(now).plusDays(properties.validDays());
        String division = draft.reference()
                .divisions()
                .find(wish.division())
                .map(Division::name)
                .orElse(wish.division());
        ListBody body = ListBody.of(listNo, now, validUntil, division, draft);
        IssuedList list = IssuedList.sign(
                revised == null ? body : body.revising(revised),
                draft.dependencies().asked(),
                keys.signing(now),
                properties.keptDays());
        if (lists.insert(list, told(list, draft))) {
            return list;
        }
        if (!repeatable) {
            throw new Busy();
        }
        return lists.find(listNo).orElseThrow();
    }

    /** A list that was issued, as it is now. */
    JsonNode shown(String listNo) {
        return Json.mapper().readTree(lists.get(listNo).shown(clock.instant()));
    }

    private static void refuseOpenQuestions(Draft draft) {
        if (draft.isComplete()) {
            return;
        }
        throw new NotAllowed(draft.openQuestions().stream()
                .map(question -> new Refusal.Fault(
                        Pointer.of("answers", question.key()),
                        new Said(
                                "还有问题没有回答：" + question.ask() + "。",
                                "This question is still open: " + question.ask() + ".")))
                .toList());
    }

    private static ListIssued told(IssuedList list, Draft draft) {
        List<ListIssued.Rested> items = draft.cases().stream()
                .map(each -> new ListIssued.Rested(each.id(), each.version()))
                .toList();
        return new ListIssued(
                list.listNo(),
                draft.wish().division(),
                draft.wish().applicant(),
                items,
                list.validUntil(),
                list.digest(),
                list.issuedAt());
    }
}
