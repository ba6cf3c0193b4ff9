package org.tongban.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.LocaleResolver;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.Problems;

/**
 * What Tomcat refuses by itself, before any filter of ours, is a problem too. Also ends connections whose body nobody
 * waits for any more: Tomcat would else read it to its end on the request thread.
 */
final class ProblemValve extends ErrorReportValve {
    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    private final LocaleResolver locales;

    ProblemValve(LocaleResolver locales) {
        this.locales = locales;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (AbandonedBody.isMarked(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Map<String, Object> problem = Problems.body(
                Unsupported.refusal(status),
                locales.resolveLocale(request),
                request.getDecodedRequestURI() == null ? "" : request.getRequestURI());
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(Json.text(problem));
            response.finishResponse();
        } catch (IOException gone) {
            log.debug("nobody heard of the problem", gone);
        }
    }
}
