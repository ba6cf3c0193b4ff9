package org.tongban.catalog.editing;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.House;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;

/** Two editors at work in a house: Anna writes, Ben publishes. */
public final class Desk {
    private Desk() {}

    /** Anna saves a sound draft. */
    public static void write(House house, String item, String name) {
        Command command = new Command("anna", "PUT " + item, null, "d", null);
        Answer unused = house.bean(Drafts.class)
                .save(item, EditingTest.guide(item).put("name", name), command, "anna", Locale.SIMPLIFIED_CHINESE);
    }

    /**
     * Ben publishes it.
     *
     * @param on the day from which it is good; null for at once
     */
    public static Answer publish(House house, String item, @Nullable LocalDate on) {
        return publish(house, item, on, null);
    }

    /** The same command every time, as a client repeats it that got no answer. */
    static Answer publishUnderItsKey(House house, String item) {
        return publish(house, item, null, "k-1");
    }

    private static Answer publish(House house, String item, @Nullable LocalDate on, @Nullable String key) {
        Command command = new Command("ben", "POST " + item, key, "d", null);
        return house.bean(Publishing.class).publish(item, on, command, "ben", Locale.SIMPLIFIED_CHINESE);
    }
}
