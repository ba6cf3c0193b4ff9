package org.tongban.journeys.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongban.local.part.Java;

/** A bench among the tests of the catalog, which looks inside it and so has its class path, in a process of its own. */
final class CatalogBench {
    private static final Path CATALOG = Path.of("catalog-service");

    private CatalogBench() {}

    /** @param bench the class behind {@code org.tongban.catalog}; it ends with 1 when a number is missed */
    static boolean holds(String bench) throws IOException, InterruptedException {
        String classPath = String.join(
                File.pathSeparator,
                "target/test-classes",
                "target/classes",
                Files.readString(CATALOG.resolve("target/bench.classpath")).strip());
        Process process = new ProcessBuilder(Java.command(List.of(), classPath, "org.tongban.catalog." + bench))
                .directory(CATALOG.toFile())
                .inheritIO()
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        boolean holds = process.waitFor() == 0;
        System.out.println();
        return holds;
    }
}
