package org.tongban.platform.web;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;

/** What Tomcat found too large in a multipart body: the whole, a file, or only the head of a part with its file name. */
public final class PartLimits {
    /** The one way to tell it from the other limits. */
    private static final String HEAD = "Header section";

    private PartLimits() {}

    /** @param limit of the body or its file, in bytes */
    public static Refusal refusal(MaxUploadSizeExceededException e, long limit) {
        boolean isHead = found(e).map(Throwable::getMessage)
                .filter(said -> said.startsWith(HEAD))
                .isPresent();
        return isHead
                ? new NotAllowed(
                        "/file",
                        "文件名（连同该部分的头）过长，请缩短文件名后重新上传。",
                        "The file's name, with the other headers of its part, is too long; shorten the name and send it again.")
                : new BodyTooLarge(limit);
    }

    /** The limit that was passed, in bytes. */
    static long permitted(MaxUploadSizeExceededException e) {
        return found(e).map(SizeException::getPermittedSize).orElse(Math.max(e.getMaxUploadSize(), 0));
    }

    private static Optional<SizeException> found(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(SizeException.class::isInstance)
                .map(SizeException.class::cast)
                .findFirst();
    }
}
