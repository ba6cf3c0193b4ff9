package org.tongban.local.key;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;

/** The secret of each service's own client at Keycloak, and of the launcher's: {@code catalog-service=…} in {@code clients.properties}. */
public final class ClientSecrets {

    private static final List<String> CLIENTS = List.of(
            "identity-service",
            "catalog-service",
            "application-service",
            "tracking-service",
            "notification-service",
            "launcher");

    private static final int SECRET_BYTES = 24;

    private final Path folder;

    private final Path file;

    public ClientSecrets(Place place) {
        this.folder = place.keys();
        this.file = folder.resolve("clients.properties");
    }

    /** Makes what is missing; a client that came later gets its secret beside those that are there. */
    public void make() {
        Properties known = Files.exists(file) ? read() : new Properties();
        if (CLIENTS.stream().allMatch(known::containsKey)) {
            return;
        }
        Folders.secret(folder);
        SecretFile.write(
                file,
                CLIENTS.stream()
                        .map(client -> client + "=" + known.getProperty(client, secret()) + "\n")
                        .collect(Collectors.joining()));
    }

    /** The secret of that client. */
    public String of(String client) {
        String secret = read().getProperty(client);
        if (secret == null) {
            throw new IllegalArgumentException(file + " has no secret for " + client);
        }
        return secret;
    }

    /** All of them by the names that the realm file uses: {@code TONGBAN_SECRET_CATALOG_SERVICE}. */
    public Map<String, String> environment() {
        Properties secrets = read();
        return CLIENTS.stream()
                .collect(Collectors.toMap(
                        client -> "TONGBAN_SECRET_"
                                + client.toUpperCase(Locale.ROOT).replace('-', '_'),
                        client -> secrets.getProperty(client, "")));
    }

    private Properties read() {
        Properties secrets = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            secrets.load(reader);
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Keys.random(SECRET_BYTES));
    }
}
