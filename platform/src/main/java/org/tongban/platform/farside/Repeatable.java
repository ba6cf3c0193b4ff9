package org.tongban.platform.farside;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Whether a call that failed may be made again elsewhere: it only reads, it carries a key under which it happens once, or
 * it never arrived.
 */
final class Repeatable {
    private static final ThreadLocal<Boolean> LAST_SENT = ThreadLocal.withInitial(() -> false);

    private Repeatable() {}

    static ClientHttpResponse note(HttpRequest request, byte[] body, ClientHttpRequestExecution next)
            throws IOException {
        LAST_SENT.set(isSafe(request.getMethod()) || request.getHeaders().containsHeader("Idempotency-Key"));
        return next.execute(request, body);
    }

    /** Before a call, so that none is judged by the one before it. */
    static void forget() {
        LAST_SENT.remove();
    }

    static boolean after(Throwable failure) {
        if (LAST_SENT.get()) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSafe(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD) || method.equals(HttpMethod.OPTIONS);
    }
}
