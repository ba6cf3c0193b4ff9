package org.tongban.platform.web;

import org.tongban.platform.code.InvalidTrackingCode;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.NotFound;

/** Codes as they come in an address: forgiven what people mistake, and told what does not fit. */
public final class TypedCode {
    private TypedCode() {}

    /** @throws NotFound when it is no code; nobody looks it up then */
    public static TrackingCode parse(String typed) {
        try {
            return TrackingCode.parse(typed);
        } catch (InvalidTrackingCode e) {
            throw switch (e.reason()) {
                case CHECK_CHARACTER ->
                    new NotFound(
                            "编码的校验位不符，可能有字符输错，请对照回执逐位核对。",
                            "The check character of this code does not fit: a character is probably mistyped; compare"
                                    + " it with your receipt.");
                case SHAPE ->
                    new NotFound(
                            "编码应为 16 位数字和字母，例如 7KQ2-M9XT-04HB-ZR50。",
                            "A code has 16 digits and letters, such as 7KQ2-M9XT-04HB-ZR50.");
            };
        }
    }
}
