package org.tongban.tracking.stream;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tongban.tracking.timeline.Entry;

/** All streams of this instance, by code. */
final class Watchers {
    private final Map<String, Set<Watcher>> byCode = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    void add(String code, Watcher watcher) {
        byCode.compute(code, (same, before) -> {
            Set<Watcher> watchers = before == null ? ConcurrentHashMap.newKeySet() : before;
            if (watchers.add(watcher)) {
                count.incrementAndGet();
            }
            return watchers;
        });
    }

    void remove(String code, Watcher watcher) {
        byCode.computeIfPresent(code, (same, watchers) -> {
            if (watchers.remove(watcher)) {
                count.decrementAndGet();
            }
            return watchers.isEmpty() ? null : watchers;
        });
    }

    int count() {
        return count.get();
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
