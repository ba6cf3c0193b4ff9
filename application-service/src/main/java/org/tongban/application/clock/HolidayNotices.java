package org.tongban.application.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** Reads the State Council's notices as {@code holidays-cn.json} gathers them. */
final class HolidayNotices {
    private static final String FILE = "/data/holidays-cn.json";

    private HolidayNotices() {}

    static WorkingCalendar calendar() {
        try (InputStream file = HolidayNotices.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the holiday notices are missing: " + FILE);
            }
            return read(Json.lenient().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WorkingCalendar read(JsonNode notices) {
        Map<LocalDate, Boolean> worked = new HashMap<>();
        for (JsonNode day : notices.get("days")) {
            worked.put(
                    LocalDate.parse(day.get("date").stringValue()),
                    !day.get("isOffDay").booleanValue());
        }
        Set<Integer> years = new HashSet<>();
        notices.get("notices").properties().forEach(notice -> {
            if (!notice.getValue().isEmpty()) {
                years.add(Integer.valueOf(notice.getKey()));
            }
        });
        return new WorkingCalendar(worked, years);
    }
}
