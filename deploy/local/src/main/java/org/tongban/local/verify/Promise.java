package org.tongban.local.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** What a list promises, in lines to read; the data's own words stay Chinese. */
final class Promise {
    private final JsonNode list;

    private final List<String> lines = new ArrayList<>();

    private Promise(JsonNode list) {
        this.list = list;
    }

    static List<String> of(Verification verified) {
        Promise promise = new Promise(verified.list());
        promise.head(verified);
        promise.items();
        promise.lines();
        promise.rest();
        return List.copyOf(promise.lines);
    }

    private void head(Verification verified) {
        say("list", text(list, "listNo"));
        say("digest", verified.digest());
        say("signed by", verified.kid());
        say("issued", LegalTime.minute(verified.issuedAt()) + " (Asia/Shanghai)");
        say("valid until", verified.validUntil().toString());
        say("division", text(list.path("division"), "name") + " " + text(list.path("division"), "code"));
        say("applicant", text(list, "applicant"));
        if (list.has("revises")) {
            say("revises", text(list, "revises"));
        }
    }

    private void items() {
        say("items", String.valueOf(list.path("items").size()));
        int no = 1;
        for (JsonNode item : list.path("items")) {
            JsonNode limits = item.path("limits");
            lines.add(String.format(
                    Locale.ROOT,
                    "%5d  %s · %s · version %s · limit: statutory %s, promised %s",
                    no++,
                    text(item, "name"),
                    text(item, "department"),
                    item.path("version").asString("?"),
                    limit(limits.path("statutory")),
                    limit(limits.path("promised"))));
        }
    }

    private void lines() {
        say(
                "lines",
                list.path("lines").size() + ", of which " + list.path("toBring").asString("?") + " to bring");
        for (JsonNode line : list.path("lines")) {
            StringJoiner said = new StringJoiner(" · ");
            said.add(text(line, "name")).add(text(line, "need"));
            if (line.path("originals").isNumber()) {
                said.add(line.path("originals").asString() + " original, "
                        + line.path("copies").asString("0") + " copies");
            }
            if (line.path("satisfiedBy").isString()) {
                said.add("comes from " + text(line, "satisfiedBy"));
            }
            lines.add(String.format(Locale.ROOT, "%5d  %s", line.path("no").asInt(0), said));
        }
    }

    private void rest() {
        say("fees", fees(list.path("fees")));
        say("duration", days("statutory") + ", " + days("promised"));
        say("visits", list.path("visits").isNumber() ? list.path("visits").asString() : "not stated by every guide");
    }

    private static String fees(JsonNode fees) {
        JsonNode total = fees.path("total");
        if (total.isObject()) {
            return text(total, "amount") + " " + text(total, "currency");
        }
        return fees.path("options").isEmpty()
                ? "not stated by every guide"
                : "one of " + fees.path("options").size() + " possible fees";
    }

    private String days(String basis) {
        JsonNode path = list.path("duration").path(basis);
        return basis + " "
                + (path.path("workingDays").isNumber()
                        ? path.path("workingDays").asString() + " working days"
                        : "not stated by every guide");
    }

    private static String limit(JsonNode limit) {
        if (!limit.isObject()) {
            return "not stated";
        }
        JsonNode otherwise = limit.path("otherwise");
        return measure(limit) + (otherwise.isObject() ? " (else " + measure(otherwise) + ")" : "");
    }

    private static String measure(JsonNode limit) {
        String n = limit.path("n").asString("0");
        return (n.equals("0") ? "" : n + " ") + text(limit, "unit");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("?");
    }

    private void say(String what, String words) {
        lines.add(String.format(Locale.ROOT, "  %-12s %s", what, words));
    }
}
