package org.tongban.catalog.editing;

import java.util.List;
import java.util.Locale;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.Severity;
import org.tongban.platform.problem.Said;

/** Something the lint found, in the caller's language. */
record Finding(String code, Severity severity, String pointer, String detail) {

    static List<Finding> of(List<Flag> flags, Locale locale) {
        return flags.stream()
                .map(flag -> new Finding(
                        flag.code(), flag.severity(), flag.pointer(), new Said(flag.zh(), flag.en()).in(locale)))
                .toList();
    }
}
