package org.tongban.catalog.list;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.outbox.Relays;
import org.tongban.platform.problem.NotFound;

/** All issued lists, written once. */
@Component
public class IssuedLists {
    private final AggregateStore<IssuedList> lists;

    IssuedLists(Relays relays) {
        lists = relays.store(new AggregateType<>(IssuedList.class, "lists", "listNo"));
    }

    /** @return false when there is one under this number already */
    boolean insert(IssuedList list, ListIssued event) {
        return lists.insert(list, List.of(event));
    }

    Optional<IssuedList> find(String listNo) {
        return lists.find(listNo).map(stored -> stored.state());
    }

    /**
     * The list of a typed number.
     *
     * @throws NotFound when there is none
     */
    public IssuedList get(String typed) {
        return find(ListNumber.parse(typed))
                .orElseThrow(() -> new NotFound("没有清单“" + typed + "”。", "There is no list \"" + typed + "\"."));
    }
}
