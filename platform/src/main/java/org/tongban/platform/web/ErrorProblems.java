package org.tongban.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.platform.problem.Problems;
import org.tongban.platform.problem.Refusal;

/** What a filter refused or broke on, without our advice, as a problem. */
@Controller
final class ErrorProblems implements ErrorController {
    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<Map<String, Object>> problem(HttpServletRequest request, Locale locale) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return Problems.answer(refusal(request), locale, path == null ? request.getRequestURI() : path.toString());
    }

    private static Refusal refusal(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Throwable failure && isUndecodable(failure)) {
            return ProblemAdvice.undecodable();
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return Unsupported.refusal(status instanceof Integer code ? code : 404);
    }

    private static boolean isUndecodable(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(InvalidParameterException.class::isInstance);
    }
}
