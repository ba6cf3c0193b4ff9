package org.tongban.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongban.local.place.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the files in {@code deploy/keycloak} say, and what a stack of one machine makes of them. */
final class RealmFileTest {
    private static final Path FOLDER = Place.of(Map.of()).house().resolve("deploy/keycloak");

    private final JsonNode house = read("tongban-realm.json");
    private final JsonNode oneMachine =
            RealmFile.of(FOLDER).filled(Map.of("TONGBAN_SECRET_LAUNCHER", "random", "TONGBAN_PUBLIC_BASE", "http://h"));

    @Test
    void theHousesOwnFileHoldsNeitherPeopleNorSecrets() {
        assertThat(house.path("users").values())
                .isNotEmpty()
                .allSatisfy(user -> assertThat(user.hasNonNull("serviceAccountClientId"))
                        .as(user.toString())
                        .isTrue());
        assertThat(house.toString()).doesNotContain("credentials", "gov-sample", "launcher");
        assertThat(house.path("clients").values())
                .filteredOn(client -> client.hasNonNull("secret"))
                .hasSize(5)
                .allSatisfy(client ->
                        assertThat(client.path("secret").asString()).matches("\\$\\{TONGBAN_SECRET_[A-Z_]+}"));
    }

    @Test
    void nobodySignsInThereByPasswordThroughAClient() {
        assertThat(house.path("clients").values())
                .allSatisfy(client -> assertThat(
                                client.path("directAccessGrantsEnabled").asBoolean(true))
                        .as(client.path("clientId").asString())
                        .isFalse());
        assertThat(client(house, "admin-cli").path("enabled").asBoolean(true)).isFalse();
        assertThat(house.path("passwordPolicy").asString()).contains("length(12)", "notUsername");
    }

    @Test
    void addressesAreExactAndRefreshTokensWorkOnce() {
        assertThat(house.toString()).contains("redirectUris");
        assertThat(client(house, "portal").path("redirectUris").values())
                .allSatisfy(uri -> assertThat(uri.asString()).startsWith("/").doesNotContain("*"));
        assertThat(house.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(house.path("refreshTokenMaxReuse").asInt(-1)).isZero();
        assertThat(house.path("accessTokenLifespan").asInt()).isEqualTo(300);
    }

    @Test
    void everyTokenOfAClientOfOursIsMadeForOurServices() {
        assertThat(oneMachine.path("clients").values())
                .filteredOn(client -> !List.of("admin-cli", "launcher")
                        .contains(client.path("clientId").asString()))
                .hasSize(7)
                .allSatisfy(client -> assertThat(client.path("protocolMappers").values())
                        .as(client.path("clientId").asString())
                        .anySatisfy(mapper -> assertThat(mapper.path("config")
                                        .path("included.custom.audience")
                                        .asString(""))
                                .isEqualTo("tongban-api")));
    }

    @Test
    void theIdentityServiceMayLookAtPeopleAndNothingElse() {
        assertThat(texts(user("service-account-identity-service").path("clientRoles")))
                .containsExactly("view-users", "query-users", "view-realm");
        assertThat(oneMachine.path("users").values())
                .filteredOn(user -> user.hasNonNull("clientRoles"))
                .extracting(user -> user.path("username").asString())
                .containsExactlyInAnyOrder("service-account-identity-service", "service-account-launcher");
    }

    @Test
    void onOneMachineThereArePeopleAndASignInByPassword() {
        JsonNode portal = client(oneMachine, "portal");

        assertThat(portal.path("directAccessGrantsEnabled").asBoolean()).isTrue();
        assertThat(portal.path("protocolMappers").size()).isEqualTo(5);
        assertThat(portal.path("rootUrl").asString()).isEqualTo("http://h");
        assertThat(client(oneMachine, "launcher").path("secret").asString()).isEqualTo("random");
        assertThat(oneMachine.path("passwordPolicy").asString())
                .as("an import checks passwords")
                .isEmpty();
        assertThat(oneMachine.path("users").values())
                .filteredOn(user -> user.hasNonNull("credentials"))
                .hasSize(11)
                .allSatisfy(
                        person -> assertThat(person.path("credentials").get(0).path("value"))
                                .isEqualTo(person.path("username")));
        assertThat(oneMachine.path("roles").path("realm").values())
                .extracting(role -> role.path("name").asString())
                .contains("reviewer", "head");
    }

    private JsonNode user(String name) {
        return oneMachine.path("users").values().stream()
                .filter(user -> user.path("username").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode client(JsonNode realm, String id) {
        return realm.path("clients").values().stream()
                .filter(client -> client.path("clientId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode rights) {
        return rights.path("realm-management").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    private static JsonNode read(String name) {
        try {
            return new JsonMapper().readTree(Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
