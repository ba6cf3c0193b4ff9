package org.tongban.local.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.local.key.ClientSecrets;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Keycloak's admin interface, asked as the launcher's own client and directly at Keycloak: the gateway lets nobody
 * there, and no person may sign in to it by password.
 */
final class RealmAdmin {

    /** The launcher's client, in the realm of the house and for one update in Keycloak's own. */
    static final String CLIENT = "launcher";

    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String keycloak;

    private final String realm;

    private final String secret;

    private @Nullable String token;

    RealmAdmin(String keycloak, String realm, String secret) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.secret = secret;
    }

    /**
     * That of a stack whose Keycloak serves.
     *
     * @param realm whose client signs in
     */
    static RealmAdmin of(Place place, String realm) {
        return new RealmAdmin(place.address("keycloak"), realm, new ClientSecrets(place).of(CLIENT));
    }

    /** @param path below {@code /admin/realms}, {@code /tongban/roles/head}; empty where nothing is */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send("GET", path, null);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(json(expect("GET", path, answer)));
    }

    /** @throws Refused also where nothing is */
    JsonNode get(String path) {
        return find(path).orElseThrow(() -> new Refused("Keycloak has nothing at " + path + "."));
    }

    void post(String path, JsonNode body) {
        expect("POST", path, send("POST", path, body));
    }

    void put(String path, JsonNode body) {
        expect("PUT", path, send("PUT", path, body));
    }

    /** @param body what of it is removed; null: all */
    void delete(String path, @Nullable JsonNode body) {
        expect("DELETE", path, send("DELETE", path, body));
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
        HttpResponse<String> answer = sendOnce(method, path, body, token == null ? signIn() : token);
        // its own tokens live a minute where Keycloak was not told otherwise
        return answer.statusCode() == 401 ? sendOnce(method, path, body, signIn()) : answer;
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Refused("Keycloak gave no answer (" + e + "): is it up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The talk with Keycloak was interrupted.", e);
        }
    }

    private HttpResponse<String> sendOnce(String method, String path, @Nullable JsonNode body, String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(keycloak + "/auth/admin/realms" + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json");
        return exchange(request.method(
                method,
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8)));
    }

    private String signIn() {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(
                        URI.create(keycloak + "/auth/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + CLIENT + "&client_secret="
                        + URLEncoder.encode(secret, StandardCharsets.UTF_8))));
        if (answer.statusCode() != 200) {
            throw new Refused("Keycloak does not let the launcher in (" + answer.statusCode()
                    + "): its realm is older than the launcher's client, or its keys are others. It is brought up to date"
                    + " when Keycloak is started anew: ./tongban kill keycloak && ./tongban start keycloak");
        }
        String fresh = json(answer).path("access_token").asString();
        token = fresh;
        return fresh;
    }

    private static HttpResponse<String> expect(String method, String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(
                    "Keycloak answered " + answer.statusCode() + " to " + method + " " + path + ": " + answer.body());
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    }
}
