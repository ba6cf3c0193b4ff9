package org.tongban.catalog.lint;

import java.util.regex.Pattern;

/** Wordings that leave open what is to be brought; 国办发〔2018〕45号 and 优化营商环境条例 art. 19 forbid them in guides (known). */
final class CatchAll {
    private static final String PAPERS = "(证明)?(书面)?(材料|资料|文件|证件|证明|凭证|手续|文书)";
    private static final String ANY = "(的)?(有关|相关|必要|所需|有效|应当提交的|需要提交的|需提交的)*(的)?";
    /** Nothing that narrows it follows. */
    private static final String END = "(?=$|[、，,；;。及和或])";

    private static final Pattern OPEN = Pattern.compile("其[他它余]" + ANY + PAPERS + END
            + "|(规定|要求|认为|需要)(必要|提交|提供|需要)*的其[他它]"
            + "|(相关|有关)" + ANY + PAPERS + "$"
            + "|等" + ANY + "(材料|资料|文件|证件|手续)?$"
            + "|视(具体|实际)?情况|视情|(根据|按照)(具体|实际)情况|另行(通知|规定|要求)|必要时");
    private static final Pattern ASIDE = Pattern.compile("[（(][^（）()]*[）)]");

    private CatchAll() {}

    static boolean is(String name) {
        return OPEN.matcher(ASIDE.matcher(name).replaceAll("").strip()).find();
    }
}
