package org.tongban.identity.person;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.person.InvalidIdentifier;
import org.tongban.platform.person.Masks;
import org.tongban.platform.person.ResidentId;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal.Fault;
import org.tongban.platform.problem.Said;

/**
 * What an identity card says: {@code 张安然}, {@code 511602188001010010}.
 *
 * @param name as the card spells it; the registry compares it character by character
 */
record IdentityCard(String name, ResidentId residentId) {
    /** Letters of any script, private-use characters of rare names, the dot between the parts of a name, spaces. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{Co}·'\\- ]{1,50}");

    /** What keyboards write for the dot on the card: bullet, katakana dot, hyphenation point, full-width stop, disc. */
    private static final Pattern DOTS = Pattern.compile("[\\u2022\\u30FB\\u2027\\uFF0E\\u25CF]");

    /** @throws NotAllowed naming every field that is missing or wrong */
    static IdentityCard read(@Nullable String name, @Nullable String residentId) {
        List<Fault> faults = new ArrayList<>();
        String spelled = name == null ? "" : DOTS.matcher(name.strip()).replaceAll("·");
        if (spelled.contains(".")) {
            faults.add(new Fault(
                    "/name",
                    new Said(
                            "姓名中的间隔号请用“·”，不要用英文句点“.”。",
                            "Divide the parts of a name by \"·\" as on the card, not by a full stop.")));
        } else if (!NAME.matcher(spelled).matches()) {
            faults.add(new Fault(
                    "/name",
                    new Said(
                            "请按身份证填写姓名，1 至 50 个字，间隔号用“·”。",
                            "Give the name as the card spells it: 1 to 50 letters, parts divided by \"·\".")));
        }
        ResidentId number = number(residentId, faults);
        if (number == null || !faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
        return new IdentityCard(spelled, number);
    }

    private static @Nullable ResidentId number(@Nullable String typed, List<Fault> faults) {
        try {
            return ResidentId.parse(typed == null ? "" : typed);
        } catch (InvalidIdentifier e) {
            faults.add(new Fault(
                    "/residentId",
                    switch (e.reason()) {
                        case SHAPE ->
                            new Said(
                                    "公民身份号码为 18 位，末位可以是 X。",
                                    "A resident id has 18 digits, of which the last may be X.");
                        case DATE -> new Said("公民身份号码中的出生日期不存在。", "The birth date in this resident id is no day.");
                        case CHECK_CHARACTER ->
                            new Said(
                                    "公民身份号码的校验位不符，可能输错了一位。",
                                    "The check digit of this resident id does not fit; it is probably mistyped.");
                    }));
            return null;
        }
    }

    /** Masked: neither gets into a log by accident. */
    @Override
    public String toString() {
        return Masks.name(name) + " " + residentId;
    }
}
