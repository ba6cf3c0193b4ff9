package org.tongban.catalog.lint;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Pointer;
import org.tongban.platform.person.CreditCode;
import org.tongban.platform.person.InvalidIdentifier;

/**
 * National codes: 基本编码 12, 实施编码 31 (18 credit code, 1 level, 12 basic code), 业务办理项编码 one of these with two digits
 * more. Provinces' own codes follow other rules and are not looked at.
 */
final class CodeCheck implements GuideLint.Check {
    private static final Pattern BASIC = Pattern.compile("[0-9A-Z]{12}");
    private static final Pattern IMPLEMENTING = Pattern.compile("[0-9A-Z]{18}[1-7][0-9A-Z]{12}");
    private static final Pattern HANDLING = Pattern.compile("([0-9A-Z]{12}|[0-9A-Z]{31})\\d{2}");
    private static final int CREDIT_CODE = 18;

    @Override
    public void check(Guide guide, Findings findings) {
        guide.fields().object("codes").ifPresent(codes -> {
            String basic = codes.text("basicCode");
            String implementing = codes.text("implCode");
            String handling = codes.text("businessItemCode");
            if (basic != null && !BASIC.matcher(basic).matches()) {
                flag("basicCode", "基本编码须为12位。", "A basic code has 12 characters.", findings);
            }
            if (implementing != null && !isImplementing(implementing)) {
                flag(
                        "implCode",
                        "实施编码须为31位，前18位为有效的统一社会信用代码。",
                        "An implementing code has 31 characters and begins with a valid credit code.",
                        findings);
            }
            if (handling != null && !isHandling(handling, basic, implementing)) {
                flag(
                        "businessItemCode",
                        "业务办理项编码须为基本编码或实施编码加2位数字。",
                        "A handling item's code is its basic or implementing code and two digits.",
                        findings);
            }
        });
    }

    private static boolean isImplementing(String code) {
        return IMPLEMENTING.matcher(code).matches() && isCreditCode(code.substring(0, CREDIT_CODE));
    }

    private static boolean isCreditCode(String code) {
        try {
            return new CreditCode(code).value().equals(code);
        } catch (InvalidIdentifier refused) {
            return false;
        }
    }

    private static boolean isHandling(String code, @Nullable String basic, @Nullable String implementing) {
        if (!HANDLING.matcher(code).matches()) {
            return false;
        }
        String stem = code.substring(0, code.length() - 2);
        String expected = stem.length() == 12 ? basic : implementing;
        return expected == null || expected.equals(stem);
    }

    private static void flag(String field, String zh, String en, Findings findings) {
        findings.add(Rule.CODE_CHECK_FAILED, Pointer.of("codes", field), zh, en);
    }
}
