package org.tongban.application.intake;

import org.tongban.platform.code.InvalidTrackingCode;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.NotFound;

/** A code as it stands in an address. */
public final class TypedCode {
    private TypedCode() {}

    /** @throws NotFound when it is none, with a hint where it is probably mistyped */
    public static TrackingCode parse(String typed) {
        try {
            return TrackingCode.parse(typed);
        } catch (InvalidTrackingCode e) {
            throw e.reason() == InvalidTrackingCode.Reason.CHECK_CHARACTER
                    ? new NotFound("校验位不符，请检查是否输错。", "The check character does not fit; the code is probably mistyped.")
                    : new NotFound();
        }
    }
}
