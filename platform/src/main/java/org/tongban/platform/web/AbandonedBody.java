package org.tongban.platform.web;

import jakarta.servlet.ServletRequest;

/** A mark on requests whose body is not waited for any more: the server does not read the rest of it either. */
final class AbandonedBody {
    private static final String MARK = AbandonedBody.class.getName();

    private AbandonedBody() {}

    static void mark(ServletRequest request) {
        request.setAttribute(MARK, true);
    }

    static boolean isMarked(ServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
