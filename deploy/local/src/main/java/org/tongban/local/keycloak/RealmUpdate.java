package org.tongban.local.keycloak;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a realm that is there already to what the realm's files say: settings, roles, clients, and what the services'
 * own accounts may do. People are left as they are, and nothing is removed but rights of those accounts. A second time
 * changes nothing.
 */
final class RealmUpdate {

    private static final String REALM = "/tongban";

    private static final String RIGHTS = "realm-management";

    private static final Set<String> NO_SETTINGS = Set.of("roles", "users", "clients", "components");

    private static final String MAPPERS = "protocolMappers";

    private final RealmAdmin admin;

    private final ObjectNode wanted;

    /** @param wanted the realm's files with their places filled */
    RealmUpdate(RealmAdmin admin, ObjectNode wanted) {
        this.admin = admin;
        this.wanted = wanted;
    }

    void run() {
        ObjectNode settings = wanted.deepCopy();
        settings.remove(NO_SETTINGS);
        admin.put(REALM, settings);
        for (JsonNode role : wanted.path("roles").path("realm")) {
            if (admin.find(role(role.path("name").asString())).isEmpty()) {
                admin.post(REALM + "/roles", role);
            }
        }
        for (JsonNode client : wanted.path("clients")) {
            update((ObjectNode) client);
        }
        for (JsonNode user : wanted.path("users")) {
            if (user.hasNonNull("serviceAccountClientId")) {
                grant(user);
            }
        }
    }

    private void update(ObjectNode client) {
        Optional<ObjectNode> there = client(client.path("clientId").asString());
        if (there.isEmpty()) {
            admin.post(REALM + "/clients", client);
            return;
        }
        String path = path(there.get());
        ObjectNode changed = there.get();
        changed.setAll(client);
        changed.remove(MAPPERS);
        admin.put(path, changed);
        JsonNode mappers = admin.get(path + "/protocol-mappers/models");
        for (JsonNode mapper : client.path(MAPPERS)) {
            Optional<JsonNode> same = first(mappers, each -> each.path("name").equals(mapper.path("name")));
            if (same.isEmpty()) {
                admin.post(path + "/protocol-mappers/models", mapper);
            } else {
                String id = same.get().path("id").asString();
                admin.put(path + "/protocol-mappers/models/" + id, ((ObjectNode) mapper.deepCopy()).put("id", id));
            }
        }
    }

    private void grant(JsonNode user) {
        String client = user.path("serviceAccountClientId").asString();
        ObjectNode owner = client(client).orElseThrow(() -> new IllegalStateException("no client " + client));
        String account = REALM + "/users/"
                + admin.get(path(owner) + "/service-account-user").path("id").asString() + "/role-mappings";
        ArrayNode roles = list();
        for (JsonNode role : user.path("realmRoles")) {
            roles.add(admin.get(role(role.asString())));
        }
        if (!roles.isEmpty()) {
            admin.post(account + "/realm", roles);
        }
        grantRights(account, texts(user.path("clientRoles").path(RIGHTS)));
    }

    /** Exactly these: what an account was allowed before and is not any more is taken away. */
    private void grantRights(String account, Set<String> rights) {
        ObjectNode management = client(RIGHTS).orElseThrow(() -> new IllegalStateException("no client " + RIGHTS));
        String path = account + "/clients/" + management.path("id").asString();
        ArrayNode tooMany = list();
        for (JsonNode held : admin.get(path)) {
            if (!rights.contains(held.path("name").asString())) {
                tooMany.add(held);
            }
        }
        if (!tooMany.isEmpty()) {
            admin.delete(path, tooMany);
        }
        ArrayNode all = list();
        rights.forEach(right -> all.add(admin.get(path(management) + "/roles/" + right)));
        if (!all.isEmpty()) {
            admin.post(path, all);
        }
    }

    private Optional<ObjectNode> client(String id) {
        return first(
                        admin.get(REALM + "/clients?clientId=" + id),
                        each -> each.path("clientId").asString().equals(id))
                .map(ObjectNode.class::cast);
    }

    private static Optional<JsonNode> first(JsonNode list, Predicate<JsonNode> wanted) {
        return list.values().stream().filter(wanted).findFirst();
    }

    private static String path(ObjectNode client) {
        return REALM + "/clients/" + client.path("id").asString();
    }

    private static String role(String name) {
        return REALM + "/roles/" + name;
    }

    private static Set<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    private static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
