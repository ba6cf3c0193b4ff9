package org.tongban.local.keycloak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;

/**
 * The way in to a realm that was imported before the launcher had a client there: Keycloak's own command writes one
 * into its master realm while the server does not run. One update later it is gone again.
 */
final class OneTimeAdmin {

    private static final String CLIENTS = "/master/clients";

    private final KeycloakHome home;

    private final Path log;

    OneTimeAdmin(KeycloakHome home, Path log) {
        this.home = home;
        this.log = log;
    }

    /** Whether it came to be is seen when it signs in; one that an earlier attempt left behind is as good. */
    void make(Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command())
                .directory(home.folder().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(Folders.madeFor(log).toFile()));
        builder.environment().putAll(environment);
        try {
            builder.start().waitFor();
        } catch (IOException e) {
            throw new Refused("Keycloak cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The start was interrupted.", e);
        }
    }

    List<String> command() {
        return home.command(
                List.of(),
                "bootstrap-admin",
                "service",
                "--optimized",
                home.databaseUrl(),
                "--client-id=" + RealmAdmin.CLIENT,
                "--client-secret:env=TONGBAN_SECRET_LAUNCHER");
    }

    static void remove(RealmAdmin admin) {
        for (JsonNode client : admin.get(CLIENTS + "?clientId=" + RealmAdmin.CLIENT)) {
            admin.delete(CLIENTS + "/" + client.path("id").asString(), null);
        }
    }
}
