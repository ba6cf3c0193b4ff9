package org.tongban.catalog.exporting;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A node of JSON-LD in the making, with prefixed names that its own context declares. */
final class LinkedData {
    private static final List<List<String>> PREFIXES = List.of(
            List.of("adms", "http://www.w3.org/ns/adms#"),
            List.of("cpsv", "http://purl.org/vocab/cpsv#"),
            List.of("cv", "http://data.europa.eu/m8g/"),
            List.of("dct", "http://purl.org/dc/terms/"),
            List.of("eli", "http://data.europa.eu/eli/ontology#"),
            List.of("skos", "http://www.w3.org/2004/02/skos/core#"),
            List.of("xsd", "http://www.w3.org/2001/XMLSchema#"));

    private final ObjectNode node;

    private LinkedData(ObjectNode node) {
        this.node = node;
    }

    /** The outermost node, with the context. */
    static LinkedData document(String id, String type) {
        LinkedData document = new LinkedData(Json.mapper().createObjectNode());
        ObjectNode context = document.node.putObject("@context");
        PREFIXES.forEach(prefix -> context.put(prefix.get(0), prefix.get(1)));
        return document.id(id).type(type);
    }

    LinkedData id(String id) {
        node.put("@id", id);
        return this;
    }

    LinkedData type(String type) {
        node.put("@type", type);
        return this;
    }

    /** A text without a language: an identifier. */
    LinkedData plain(String property, String text) {
        node.put(property, text);
        return this;
    }

    /** A text in Chinese, the one language that guides are written in. */
    LinkedData chinese(String property, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            node.putObject(property).put("@language", "zh").put("@value", text);
        }
        return this;
    }

    LinkedData typed(String property, String type, String value) {
        node.putObject(property).put("@type", type).put("@value", value);
        return this;
    }

    /** A link to something that is described elsewhere, and what kind of thing it is. */
    LinkedData link(String property, String type, String id) {
        node.putObject(property).put("@id", id).put("@type", type);
        return this;
    }

    /** One more node under this property; there may be several. */
    LinkedData add(String property, Consumer<LinkedData> describing) {
        describing.accept(new LinkedData(node.withArray("/" + property).addObject()));
        return this;
    }

    ObjectNode node() {
        return node;
    }
}
