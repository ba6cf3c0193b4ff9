package org.tongban.identity.desk;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.problem.BadInput;

/** Which departments have a desk, for the services of this house; the gateway lets nobody through to it. */
@RestController
class DeskResource {
    private static final Pattern DIVISION = Pattern.compile("\\d{6}");
    private static final int MOST = 100;
    private static final int LONGEST = 64;

    private final Desks desks;

    DeskResource(Desks desks) {
        this.desks = desks;
    }

    /** @param departments those of the ones asked for that somebody works for, in order of their names */
    record Answer(String division, List<String> departments) {}

    @GetMapping("/internal/desks")
    Answer desks(@RequestParam String division, @RequestParam("department") List<String> departments) {
        if (!DIVISION.matcher(division).matches()) {
            throw new BadInput("/division", "division 须为六位区划代码。", "division is a code of six digits.");
        }
        if (departments.size() > MOST || departments.stream().anyMatch(each -> each.length() > LONGEST)) {
            throw new BadInput(
                    "/department",
                    "department 最多 100 个，每个最长 64 字。",
                    "department is given up to 100 times, with up to 64 characters.");
        }
        return new Answer(
                division, desks.at(division, departments).stream().sorted().toList());
    }
}
