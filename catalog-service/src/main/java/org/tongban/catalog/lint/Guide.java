package org.tongban.catalog.lint;

import java.util.function.Predicate;
import org.tongban.catalog.guide.Consequences;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.reference.Reference;
import tools.jackson.databind.JsonNode;

/**
 * A guide under the lint.
 *
 * @param fields the form as it came, with all that is dirty in it
 * @param item what is read from it
 * @param isKnown whether there is an item of that id
 */
record Guide(Fields fields, Item item, Consequences consequences, Reference reference, Predicate<String> isKnown) {

    static Guide of(JsonNode gsi, Reference reference, Predicate<String> isKnown) {
        Item item = ItemReader.read(gsi);
        return new Guide(new Fields(gsi), item, new Consequences(item), reference, isKnown);
    }

    boolean isKind(String code) {
        return item.kind() != null && item.kind().code().equals(code);
    }
}
