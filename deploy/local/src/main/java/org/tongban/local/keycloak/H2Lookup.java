package org.tongban.local.keycloak;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.local.part.Java;
import org.tongban.local.place.Refused;

/** Asks by the database program that Keycloak itself brings along, as the nameless user that owns its database. */
final class H2Lookup implements RealmLookup {

    private static final String ANSWER = "realms:";

    private final Path distribution;

    H2Lookup(Path distribution) {
        this.distribution = distribution;
    }

    @Override
    public Found in(Path database) {
        String name = database.toString().replaceFirst("\\.mv\\.db$", "");
        List<String> command = Java.command(
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                program(),
                "org.h2.tools.Shell",
                "-url",
                "jdbc:h2:file:" + name + ";NON_KEYWORDS=VALUE;IFEXISTS=TRUE",
                "-user",
                "",
                "-password",
                "",
                "-sql",
                "select '" + ANSWER + "' || count(*) from realm where name = 'tongban'");
        try {
            Process asked = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            asked.waitFor();
            return said.contains(ANSWER + "1")
                    ? Found.REALM
                    : said.contains(ANSWER + "0") ? Found.NO_REALM : Found.UNREADABLE;
        } catch (IOException e) {
            return Found.UNREADABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The start was interrupted.", e);
        }
    }

    private String program() {
        Path folder = distribution.resolve("lib/lib/main");
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(jar -> String.valueOf(jar.getFileName()).startsWith("com.h2database.h2-"))
                    .findFirst()
                    .map(Path::toString)
                    .orElseThrow(() -> new Refused(folder + " has no H2: remove the cache and try again."));
        } catch (IOException e) {
            throw new Refused(folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }
}
