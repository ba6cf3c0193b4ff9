package org.tongban.identity.desk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.problem.BadInput;

/** Who heads a department, for the services of this house; asked in a body, so that no name stands in an address. */
@RestController
class HeadResource {
    private static final Pattern DIVISION = Pattern.compile("\\d{6}");
    private static final int LONGEST_DEPARTMENT = 64;
    private static final int LONGEST_NAME = 255;

    private final Heads heads;

    HeadResource(Heads heads) {
        this.heads = heads;
    }

    /** @param who a user name or an opaque id */
    record Question(
            @Nullable String division,
            @Nullable String department,
            @Nullable String who) {}

    /** @param head the opaque id; null when it is nobody who heads that department for that division */
    record Answer(@Nullable String head) {}

    @PostMapping("/internal/heads")
    Answer head(@RequestBody Question asked) {
        String division = asked.division();
        if (division == null || !DIVISION.matcher(division).matches()) {
            throw new BadInput("/division", "division 须为六位区划代码。", "division is a code of six digits.");
        }
        String department = bounded("department", asked.department(), LONGEST_DEPARTMENT);
        String who = bounded("who", asked.who(), LONGEST_NAME);
        return new Answer(heads.find(division, department, who).orElse(null));
    }

    private static String bounded(String name, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new BadInput(
                    "/" + name,
                    name + " 必填，最长 " + longest + " 字。",
                    name + " is given, with up to " + longest + " characters.");
        }
        return text;
    }
}
