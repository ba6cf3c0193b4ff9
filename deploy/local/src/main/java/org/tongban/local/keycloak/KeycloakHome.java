package org.tongban.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongban.local.part.Java;
import org.tongban.local.place.Folders;

/**
 * One instance of Keycloak: a folder with data of its own and links to the distribution, which instances share.
 *
 * @param folder what Keycloak calls its home
 * @param distribution the unpacked distribution
 */
record KeycloakHome(Path folder, Path distribution) {

    private static final List<String> SHARED = List.of("conf", "lib", "providers", "themes");

    private static final List<String> OPTIONS = List.of(
            "-Xms64m",
            "-Xmx512m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            // Half the processor time of the start; a sign-on is not what this machine is measured by.
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Djava.security.egd=file:/dev/urandom",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    /** The folder with its links; what it already holds stays. */
    KeycloakHome made() {
        Folders.made(data());
        try {
            for (String name : SHARED) {
                Path link = folder.resolve(name);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path database() {
        return data().resolve("keycloak.mv.db");
    }

    /** The program itself rather than {@code kc.sh}: that stays as its parent, and a kill would end the wrong one. */
    List<String> command(List<String> options, String... arguments) {
        List<String> all = new ArrayList<>(OPTIONS);
        all.addAll(options);
        all.add("-Dkc.home.dir=" + folder);
        all.add("-Djboss.server.config.dir=" + folder.resolve("conf"));
        return Java.command(
                all,
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                arguments);
    }

    /** H2 writes each commit through, so that a kill takes back nothing. */
    String databaseUrl() {
        return "--db-url=jdbc:h2:file:" + data().resolve("keycloak") + ";NON_KEYWORDS=VALUE;WRITE_DELAY=0";
    }

    /** A start of the built server. */
    List<String> start(List<String> options, String base, int port, int managementPort) {
        return command(
                options,
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                databaseUrl(),
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + base + "/auth",
                "--proxy-headers=xforwarded",
                "--log-level=info,io.smallrye.health:off");
    }
}
