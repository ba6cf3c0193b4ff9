package org.tongban.tracking.stream;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.tongban.tracking.timeline.Entry;

/** All streams of this instance, by code. */
final class Watchers {
    private final Map<String, Set<Watcher>> byCode = new ConcurrentHashMap<>();

    void add(String code, Watcher watcher) {
        byCode.compute(code, (same, before) -> {
            Set<Watcher> watchers = before == null ? ConcurrentHashMap.newKeySet() : before;
            watchers.add(watcher);
            return watchers;
        });
    }

    void remove(String code, Watcher watcher) {
        byCode.computeIfPresent(code, (same, watchers) -> {
            watchers.remove(watcher);
            return watchers.isEmpty() ? null : watchers;
        });
    }

    boolean areThere(String code) {
        return byCode.containsKey(code);
    }

    void tell(String code, Entry entry) {
        byCode.getOrDefault(code, Set.of()).forEach(watcher -> watcher.offer(entry));
    }

    void each(Consumer<Watcher> action) {
        byCode.values().forEach(watchers -> watchers.forEach(action));
    }
}
