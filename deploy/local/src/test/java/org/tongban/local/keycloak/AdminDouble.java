package org.tongban.local.keycloak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The part of Keycloak's admin interface that the launcher uses: things by their address, and lists of those below. */
final class AdminDouble implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** What is there, by its address: {@code /tongban/clients/c1}. */
    final Map<String, ObjectNode> things = new TreeMap<>(Comparator.naturalOrder());

    final List<String> changes = new ArrayList<>();

    private final HttpServer server;

    private int made;

    AdminDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/auth/realms/", this::signIn);
        server.createContext("/auth/admin/realms", this::admin);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void put(String address, String json) {
        things.put(address, (ObjectNode) JSON.readTree(json));
    }

    private void signIn(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isOurs = form.contains("grant_type=client_credentials&client_id=launcher&client_secret=");
        answer(exchange, isOurs ? 200 : 401, isOurs ? "{\"access_token\":\"t\"}" : "{}");
    }

    private void admin(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().getPath().substring("/auth/admin/realms".length());
        String query = exchange.getRequestURI().getQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!exchange.getRequestMethod().equals("GET")) {
            changes.add(exchange.getRequestMethod() + " " + address);
        }
        switch (exchange.getRequestMethod()) {
            case "GET" -> get(exchange, address, query);
            case "PUT" -> {
                ObjectNode there = things.computeIfAbsent(address, none -> JSON.createObjectNode());
                there.setAll((ObjectNode) JSON.readTree(body));
                answer(exchange, 204, null);
            }
            case "POST" -> {
                JsonNode sent = JSON.readTree(body);
                sent.forEach(each -> {
                    if (sent.isArray()) {
                        add(address, (ObjectNode) each);
                    }
                });
                if (sent instanceof ObjectNode one) {
                    add(address, one);
                }
                answer(exchange, 201, null);
            }
            default -> {
                if (body.isEmpty()) {
                    things.remove(address);
                } else {
                    JSON.readTree(body)
                            .forEach(each -> things.remove(
                                    address + "/" + each.path("name").asString()));
                }
                answer(exchange, 204, null);
            }
        }
    }

    private void add(String address, ObjectNode one) {
        boolean isClient = address.endsWith("/clients");
        String id = isClient ? "made" + ++made : one.path("name").asString();
        things.put(address + "/" + id, one.put("id", id));
        if (isClient) {
            put(
                    address + "/" + id + "/service-account-user",
                    "{\"id\":\"sa-" + one.path("clientId").asString() + "\"}");
            one.path("protocolMappers")
                    .forEach(mapper -> add(address + "/" + id + "/protocol-mappers/models", (ObjectNode) mapper));
        }
    }

    private void get(HttpExchange exchange, String address, @Nullable String query) throws IOException {
        ObjectNode thing = things.get(address);
        if (thing != null) {
            answer(exchange, 200, thing.toString());
        } else if (address.matches(".*/(clients|models)|.*/role-mappings/clients/[^/]+")) {
            answer(
                    exchange,
                    200,
                    JSON.createArrayNode()
                            .addAll(things.entrySet().stream()
                                    .filter(each -> each.getKey().matches(address + "/[^/]+"))
                                    .map(Map.Entry::getValue)
                                    .filter(each -> query == null
                                            || query.equals("clientId="
                                                    + each.path("clientId").asString("")))
                                    .toList())
                            .toString());
        } else {
            answer(exchange, 404, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, @Nullable String body) throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
