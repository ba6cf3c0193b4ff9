package org.tongban.catalog.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Halt;
import org.tongban.catalog.item.PublishedItem;

/**
 * That an item is found and yet cannot be asked for now, in the editors' words; who they are is not told.
 *
 * @param reason why, {@code 系统改造}
 * @param notice what people can do meanwhile, {@code 10月8日起恢复，急需者请到市级窗口办理}
 */
public record Suspension(String reason, String notice, Instant since) {

    /** Null for an item in service; what is withdrawn is not found at all. */
    static @Nullable Suspension of(PublishedItem item) {
        Halt halt = item.halt();
        return halt == null ? null : new Suspension(halt.reason(), halt.notice(), halt.since());
    }
}
