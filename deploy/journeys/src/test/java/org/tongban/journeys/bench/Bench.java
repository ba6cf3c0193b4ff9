package org.tongban.journeys.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code ./tongban bench [word …]}: plays what the words name, or everything, and ends with 1 when a number is missed. */
public final class Bench {
    private static final Map<String, Callable<Boolean>> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("store", StoreBench::holds);
        WORDS.put("kills", KillBench::holds);
        WORDS.put("lists", () -> CatalogBench.holds("list.ListBench"));
        WORDS.put("search", () -> CatalogBench.holds("search.SearchBench"));
        WORDS.put("lint", () -> CatalogBench.holds("lint.LintBench"));
    }

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> unknown = Arrays.stream(arguments)
                .filter(word -> !WORDS.containsKey(word))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("bench knows " + String.join(", ", WORDS.keySet()) + "; not " + unknown.get(0) + ".");
            System.exit(2);
        }
        boolean holds = true;
        for (Map.Entry<String, Callable<Boolean>> word : WORDS.entrySet()) {
            if (arguments.length == 0 || List.of(arguments).contains(word.getKey())) {
                holds &= word.getValue().call();
            }
        }
        System.exit(holds ? 0 : 1);
    }
}
