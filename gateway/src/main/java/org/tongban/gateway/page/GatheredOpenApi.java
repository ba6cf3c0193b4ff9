package org.tongban.gateway.page;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 documents of the services as one. What two services may both name, a component or an operation,
 * gets the service's name before it: {@code catalog.Item}.
 */
final class GatheredOpenApi {
    private static final String COMPONENTS = "#/components/";
    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonMapper json = JsonMapper.builder().build();
    private final ObjectNode whole = json.createObjectNode();

    /** @param base the one address of the house */
    GatheredOpenApi(String base) {
        whole.put("openapi", "3.1.0");
        whole.putObject("info").put("title", "通办 Tongban").put("version", "1");
        whole.putArray("servers").addObject().put("url", base);
        whole.putArray("tags");
        whole.putObject("paths");
        whole.putObject("components");
    }

    void add(String service, byte[] document) {
        JsonNode described = json.readTree(document);
        ((ArrayNode) whole.get("tags")).addObject().put("name", service);
        described.path("paths").forEachEntry((path, item) -> {
            ObjectNode copy = (ObjectNode) named(service, item);
            METHODS.forEach(method -> label(service, copy.get(method)));
            ((ObjectNode) whole.get("paths")).set(path, copy);
        });
        described.path("components").forEachEntry((kind, components) -> {
            ObjectNode all = ((ObjectNode) whole.get("components")).withObject("/" + kind);
            // A way to sign in is named, not referred to, and is the same everywhere.
            String prefix = kind.equals("securitySchemes") ? "" : service + '.';
            components.forEachEntry((name, component) -> all.set(prefix + name, named(service, component)));
        });
    }

    String text() {
        return json.writeValueAsString(whole);
    }

    private static void label(String service, JsonNode operation) {
        if (operation instanceof ObjectNode changed) {
            changed.putArray("tags").add(service);
            if (changed.path("operationId").isString()) {
                changed.put(
                        "operationId",
                        service + '.' + changed.get("operationId").stringValue());
            }
        }
    }

    /** A copy in which references lead to the components under their new names. */
    private JsonNode named(String service, JsonNode node) {
        if (node.isArray()) {
            ArrayNode copy = json.createArrayNode();
            node.forEach(each -> copy.add(named(service, each)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = json.createObjectNode();
        node.forEachEntry((name, value) -> copy.set(
                name,
                name.equals("$ref") && value.isString()
                        ? json.valueToTree(reference(service, value.stringValue()))
                        : named(service, value)));
        return copy;
    }

    private static String reference(String service, String reference) {
        int name = reference.lastIndexOf('/') + 1;
        return reference.startsWith(COMPONENTS)
                ? reference.substring(0, name) + service + '.' + reference.substring(name)
                : reference;
    }
}
