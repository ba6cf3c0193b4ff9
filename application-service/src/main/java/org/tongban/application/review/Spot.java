package org.tongban.application.review;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongban.platform.problem.BadInput;

/**
 * Where a page of the worklist ended.
 *
 * @param place the application's place in its queue
 * @param caseNo the last case seen of it
 */
record Spot(String place, int caseNo) {
    private static final Pattern TEXT = Pattern.compile("([0-9TZ:.-]{20,30},[0-9A-Z]{16}),(\\d{1,4})");

    /** @throws BadInput when it is no cursor of ours */
    static Spot parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new BadInput("/cursor", "cursor 不是有效的游标。", "cursor is none of ours.");
        }
        return new Spot(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    String text() {
        return place + "," + caseNo;
    }

    boolean isBehind(Spot other) {
        int order = place.compareTo(other.place);
        return order > 0 || (order == 0 && caseNo > other.caseNo);
    }
}
