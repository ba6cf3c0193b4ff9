package org.tongban.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.local.place.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A realm as it was imported before its files changed, brought up to date by what Keycloak itself offers. */
final class RealmUpdateTest {
    private static final String RIGHTS = "/tongban/users/sa-identity-service/role-mappings/clients/rm";

    private final ObjectNode wanted = RealmFile.of(Place.of(Map.of()).house().resolve("deploy/keycloak"))
            .filled(Map.of("TONGBAN_PUBLIC_BASE", "http://localhost:8080", "TONGBAN_SECRET_LAUNCHER", "random"));
    private final AdminDouble keycloak;
    private final RealmAdmin admin;

    RealmUpdateTest() throws IOException {
        keycloak = new AdminDouble();
        admin = new RealmAdmin("http://127.0.0.1:" + keycloak.port(), "tongban", "random");
    }

    @BeforeEach
    void aRealmFromBefore() {
        keycloak.put("/tongban", "{\"realm\":\"tongban\",\"accessTokenLifespan\":900,\"theirs\":1}");
        for (String role : List.of("citizen", "counter", "reviewer", "supervisor", "editor", "admin", "system")) {
            keycloak.put("/tongban/roles/" + role, "{\"name\":\"" + role + "\"}");
        }
        keycloak.put("/tongban/clients/rm", "{\"id\":\"rm\",\"clientId\":\"realm-management\"}");
        for (String right : List.of("view-users", "query-users", "view-realm", "realm-admin", "manage-users")) {
            keycloak.put("/tongban/clients/rm/roles/" + right, "{\"name\":\"" + right + "\"}");
        }
        List<String> clients = List.of("portal", "identity-service", "catalog-service", "admin-cli");
        IntStream.range(0, clients.size()).forEach(at -> {
            String path = "/tongban/clients/c" + at;
            keycloak.put(
                    path,
                    "{\"id\":\"c" + at + "\",\"clientId\":\"" + clients.get(at)
                            + "\",\"enabled\":true,\"redirectUris\":[\"/*\"],\"theirs\":1}");
            keycloak.put(path + "/service-account-user", "{\"id\":\"sa-" + clients.get(at) + "\"}");
        });
        keycloak.put("/tongban/clients/c0/protocol-mappers/models/m1", "{\"id\":\"m1\",\"name\":\"division\"}");
        keycloak.put(RIGHTS + "/manage-users", "{\"name\":\"manage-users\"}");
        keycloak.put(RIGHTS + "/view-users", "{\"name\":\"view-users\"}");
        keycloak.put("/tongban/users/somebody", "{\"username\":\"somebody\"}");
    }

    @AfterEach
    void close() {
        keycloak.close();
    }

    @Test
    void settingsRolesAndClientsBecomeThoseOfTheFiles() {
        update();

        assertThat(at("/tongban").path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(at("/tongban").path("theirs").asInt()).isEqualTo(1);
        assertThat(at("/tongban").properties()).extracting(Map.Entry::getKey).doesNotContain("users", "clients");
        assertThat(keycloak.things).containsKey("/tongban/roles/head");
        assertThat(at("/tongban/clients/c0").path("redirectUris").toString()).isEqualTo("[\"/\",\"/console.html\"]");
        assertThat(at("/tongban/clients/c0").path("theirs").asInt()).isEqualTo(1);
        assertThat(at("/tongban/clients/c3").path("enabled").asBoolean(true)).isFalse();
        assertThat(keycloak.things.values())
                .filteredOn(client -> client.path("clientId").asString("").equals("launcher"))
                .singleElement()
                .satisfies(
                        client -> assertThat(client.path("secret").asString()).isEqualTo("random"));
    }

    @Test
    void everyClientHasTheMapperOfTheAudienceOnce() {
        update();
        update();

        assertThat(keycloak.things.keySet())
                .filteredOn(address -> address.endsWith("/protocol-mappers/models/tongban-api"))
                .hasSize(7);
        assertThat(at("/tongban/clients/c0/protocol-mappers/models/m1")
                        .path("protocolMapper")
                        .asString())
                .isEqualTo("oidc-usermodel-attribute-mapper");
    }

    @Test
    void rightsThatAnAccountNoLongerNeedsAreTakenAway() {
        update();

        assertThat(keycloak.things.keySet())
                .filteredOn(address -> address.startsWith(RIGHTS))
                .containsExactly(RIGHTS + "/query-users", RIGHTS + "/view-realm", RIGHTS + "/view-users");
        assertThat(keycloak.things).containsKey("/tongban/users/sa-launcher/role-mappings/clients/rm/realm-admin");
    }

    @Test
    void peopleAreLeftAloneAndASecondTimeChangesNothing() {
        update();
        Map<String, String> once = new TreeMap<>();
        keycloak.things.forEach((address, thing) -> once.put(address, thing.toString()));

        update();

        assertThat(keycloak.things)
                .allSatisfy((address, thing) -> assertThat(thing.toString()).isEqualTo(once.get(address)));
        assertThat(keycloak.changes).noneMatch(change -> change.matches(".*/users(/(?!sa-)[^/]+)?"));
    }

    @Test
    void theWayInThroughTheMasterRealmIsClosedAgain() {
        keycloak.put("/master/clients/x", "{\"id\":\"x\",\"clientId\":\"launcher\"}");
        keycloak.put("/master/clients/y", "{\"id\":\"y\",\"clientId\":\"security-admin-console\"}");

        OneTimeAdmin.remove(admin);

        assertThat(keycloak.things).doesNotContainKey("/master/clients/x").containsKey("/master/clients/y");
    }

    private void update() {
        new RealmUpdate(admin, wanted).run();
    }

    private JsonNode at(String address) {
        return Objects.requireNonNull(keycloak.things.get(address), address);
    }
}
