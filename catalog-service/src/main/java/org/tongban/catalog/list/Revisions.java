package org.tongban.catalog.list;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tongban.catalog.guide.Given;
import org.tongban.catalog.guide.Pointer;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;

/** Issues a new list for one that no longer fits, on what is published now; the old one stays as it is. */
@Service
class Revisions {
    private final Inquiries inquiries;
    private final ListIssuing issuing;

    Revisions(Inquiries inquiries, ListIssuing issuing) {
        this.inquiries = inquiries;
        this.issuing = issuing;
    }

    /**
     * Issues the list that the changed answers give, under a number drawn before.
     *
     * @param repeatable the number was kept for this very revision
     * @throws NotAllowed naming an answer that cannot be taken, or a question that nobody has answered yet
     */
    IssuedList revise(IssuedList old, Map<String, Given> changed, String listNo, boolean repeatable) {
        return issuing.issue(listNo, with(old.wish(), changed), old, repeatable);
    }

    /** The old answers as far as they still answer something, and the new ones. */
    private Wish with(Wish old, Map<String, Given> changed) {
        Map<String, Given> answers = new LinkedHashMap<>(old.answers());
        answers.putAll(changed);
        while (true) {
            Wish wish = new Wish(old.bundle(), old.items(), old.division(), old.applicant(), answers);
            try {
                inquiries.draft(wish);
                return wish;
            } catch (NotAllowed refused) {
                Set<String> stale = stale(refused, answers.keySet());
                stale.removeAll(changed.keySet());
                if (stale.isEmpty()) {
                    throw refused;
                }
                answers.keySet().removeAll(stale);
            }
        }
    }

    /** The answers that a refusal points at. */
    private static Set<String> stale(NotAllowed refused, Set<String> questions) {
        Set<String> pointers =
                refused.faults().stream().map(Refusal.Fault::pointer).collect(Collectors.toSet());
        return questions.stream()
                .filter(question -> pointers.contains(Pointer.of("answers", question)))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
