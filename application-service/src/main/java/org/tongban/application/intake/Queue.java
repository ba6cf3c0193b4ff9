package org.tongban.application.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.time.Instants;

/**
 * On which desks an application lies: one name per department, stage, and division that holds its own.
 *
 * <p>The worklist finds its page by one of these names and the place in it, so it never looks at what others do.
 */
public final class Queue {
    private static final String ON_DESK = "*";
    private static final Pattern PLACE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]{8,18}Z,[0-9A-Z]{16}");

    private Queue() {}

    static List<String> of(String division, List<Case> cases) {
        Set<String> names = new LinkedHashSet<>();
        for (Case each : cases) {
            for (String stem : stems(division)) {
                names.add(name(each.matter().department(), stem, each.stage().name()));
                if (each.stage().isOnDesk()) {
                    names.add(name(each.matter().department(), stem, ON_DESK));
                }
            }
        }
        return List.copyOf(names);
    }

    /**
     * The queue of a staff member.
     *
     * @param division whom they act for
     * @param stage null for all that is neither waiting nor final
     */
    public static String name(String department, String division, @Nullable Stage stage) {
        return name(department, stem(division), stage == null ? ON_DESK : stage.name());
    }

    private static String name(String department, String stem, String stage) {
        return department + "/" + stem + "/" + stage;
    }

    /** Whether a page can have ended there. */
    static boolean isPlace(String text) {
        return PLACE.matcher(text).matches();
    }

    static String place(Instant submittedAt, TrackingCode code) {
        return Instants.text(submittedAt) + "," + code.value();
    }

    /** A division's code without trailing 00 pairs: 511600 is 5116, and holds what begins so. */
    private static String stem(String division) {
        String stem = division;
        while (stem.length() > 2 && stem.endsWith("00")) {
            stem = stem.substring(0, stem.length() - 2);
        }
        return stem;
    }

    private static List<String> stems(String division) {
        String stem = stem(division);
        List<String> stems = new ArrayList<>();
        for (int length = 2; length <= stem.length(); length += 2) {
            stems.add(stem.substring(0, length));
        }
        return stems;
    }
}
