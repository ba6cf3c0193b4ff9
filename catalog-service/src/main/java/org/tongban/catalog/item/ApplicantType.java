package org.tongban.catalog.item;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongban.platform.problem.BadInput;

/** Who applies, GB/T 39046 table A.4. */
public enum ApplicantType {
    PERSON("自然人"),
    COMPANY("企业法人"),
    INSTITUTION("事业法人"),
    SOCIAL_ORGANISATION("社会组织法人"),
    AGENCY("行政机关"),
    OTHER("其他组织");

    private final String label;

    ApplicantType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<ApplicantType> of(String label) {
        return Arrays.stream(values()).filter(type -> type.label.equals(label)).findFirst();
    }

    /**
     * Reads what a caller sent.
     *
     * @throws BadInput at this pointer for anything that the table does not have
     */
    public static ApplicantType parse(String pointer, String label) {
        String all = Arrays.stream(values()).map(ApplicantType::label).collect(Collectors.joining("、"));
        return of(label)
                .orElseThrow(
                        () -> new BadInput(pointer, "申请人类型须为：" + all + "。", "The applicant is one of " + all + "."));
    }
}
