package org.tongban.catalog.printing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that the template shows; read from the signed JSON and nothing else but its state today.
 *
 * @param w the words of the language
 * @param title the bundle's name, or the items'
 * @param expired it may no longer be used
 * @param revokedKey its key was called back
 * @param address where the list is shown and verified
 * @param qr that address as a picture, a {@code data:} address
 * @param fonts a CSS list of families
 */
record Sheet(
        Map<String, String> w,
        String title,
        String listNo,
        String digest,
        String kid,
        String issued,
        String validUntil,
        String division,
        String applicant,
        @Nullable String revises,
        boolean expired,
        boolean revokedKey,
        boolean situated,
        List<Situation.Told> situation,
        List<PrintedCase> cases,
        List<PrintedLine> lines,
        boolean anywhere,
        List<PrintedHall> halls,
        String toBring,
        String fees,
        List<String> feeOptions,
        String duration,
        String visits,
        String address,
        String qr,
        String fonts) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /**
     * What the signed JSON does not hold.
     *
     * @param title the bundle's name; null for a list without a bundle
     */
    record Frame(
            Words words,
            @Nullable String title,
            String digest,
            String kid,
            boolean expired,
            boolean revokedKey,
            String address,
            String fonts) {}

    static Sheet of(JsonNode list, Frame frame) {
        Words words = frame.words();
        Measures measures = new Measures(words);
        Situation situation = Situation.of(list);
        List<PrintedCase> cases = PrintedCase.of(list, words);
        List<PrintedHall> halls = PrintedHall.of(list, words);
        JsonNode revises = list.path("revises");
        String title = frame.title();
        return new Sheet(
                words.all(),
                title == null ? names(cases) : title,
                list.path("listNo").asString(""),
                frame.digest(),
                frame.kid(),
                MINUTE.format(Instant.parse(list.path("issuedAt").asString(""))),
                list.path("validUntil").asString(""),
                list.at("/division/name").asString("") + " "
                        + list.at("/division/code").asString(""),
                words.of("applicant", list.path("applicant").asString("")),
                revises.isString() ? revises.stringValue() : null,
                frame.expired(),
                frame.revokedKey(),
                !situation.answers().isEmpty(),
                situation.told(),
                cases,
                PrintedLine.of(list, situation, words),
                !halls.isEmpty(),
                halls,
                list.path("toBring").asString("0"),
                measures.fees(list.path("fees")),
                options(list, words),
                measures.duration(list.path("duration").path("expected")),
                measures.visits(list.path("visits")),
                frame.address(),
                QrPicture.of(frame.address()),
                frame.fonts());
    }

    private static String names(List<PrintedCase> cases) {
        StringJoiner names = new StringJoiner("、");
        cases.forEach(each -> names.add(each.name()));
        return names.toString();
    }

    private static List<String> options(JsonNode list, Words words) {
        CaseNumbers numbers = CaseNumbers.of(list);
        List<String> options = new ArrayList<>();
        for (JsonNode option : list.path("fees").path("options")) {
            JsonNode amount = option.path("amount");
            options.add(numbers.number(option.path("item").asString("")) + ". "
                    + option.path("name").asString("") + " "
                    + (amount.isObject() ? amount.path("amount").asString("") : words.get("notStated")) + " "
                    + option.path("unit").asString("") + " "
                    + option.path("basis").asString(""));
        }
        return options;
    }
}
