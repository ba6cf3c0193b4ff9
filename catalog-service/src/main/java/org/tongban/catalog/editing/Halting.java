package org.tongban.catalog.editing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongban.catalog.item.CatalogItem;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.Halt;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.Standing;
import org.tongban.catalog.search.ItemIndex;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;

/** Takes items out of service and back; lists issued before stay as they are. */
@Service
class Halting {
    private final Items items;
    private final ItemIndex index;
    private final Clock clock;

    Halting(Items items, ItemIndex index, Clock clock) {
        this.items = items;
        this.index = index;
        this.clock = clock;
    }

    /** Where an item stands now. */
    record Stands(
            String item,
            int version,
            Standing standing,
            @Nullable String reason,
            @Nullable String notice,
            @Nullable Instant since) {
        static Stands of(CatalogItem item) {
            Halt halt = item.halt();
            return new Stands(
                    item.id(),
                    item.published(),
                    item.standing(),
                    halt == null ? null : halt.reason(),
                    halt == null ? null : halt.notice(),
                    halt == null ? null : halt.since());
        }
    }

    Answer halt(String item, Standing standing, String reason, String notice, Command command, String by) {
        return stand(item, command, (dossier, now) -> dossier.halt(new Halt(standing, reason, notice, by, now)));
    }

    Answer resume(String item, Command command, String by) {
        return stand(item, command, (dossier, now) -> dossier.resume(by, now));
    }

    private Answer stand(String item, Command command, BiFunction<Dossier, Instant, Change<Dossier>> step) {
        Decided<Dossier> decided = items.decide(
                item, command, dossier -> new Decision<>(step.apply(dossier, clock.instant()), CommandResult.ok()));
        index.put(items.published(List.of(item)).values());
        return decided.answer(dossier -> Stands.of(dossier.item()));
    }
}
