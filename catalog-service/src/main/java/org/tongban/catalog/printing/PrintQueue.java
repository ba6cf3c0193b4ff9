package org.tongban.catalog.printing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What waits to be printed: callers take turns, so that many prints of one keep nobody else waiting behind them. */
final class PrintQueue {
    private final int most;
    private final int mostPerCaller;
    /** Whose turn is next stands first. */
    private final Map<String, Deque<Runnable>> waiting = new LinkedHashMap<>();

    private int size;

    PrintQueue(int most, int mostPerCaller) {
        this.most = most;
        this.mostPerCaller = mostPerCaller;
    }

    void add(String caller, Runnable print) {
        Deque<Runnable> own = waiting.getOrDefault(caller, new ArrayDeque<>());
        if (own.size() >= mostPerCaller) {
            throw new TooManyPrints(mostPerCaller);
        }
        if (size >= most) {
            throw new PrintBusy();
        }
        own.add(print);
        waiting.putIfAbsent(caller, own);
        size++;
    }

    /** The first print of the caller whose turn it is, who then stands behind all others. */
    Runnable next() {
        Iterator<Map.Entry<String, Deque<Runnable>>> callers =
                waiting.entrySet().iterator();
        Map.Entry<String, Deque<Runnable>> first = callers.next();
        String caller = first.getKey();
        Deque<Runnable> own = first.getValue();
        callers.remove();
        Runnable print = own.remove();
        size--;
        if (!own.isEmpty()) {
            waiting.put(caller, own);
        }
        return print;
    }
}
