package org.tongban.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.problem.BadInput;

/** A {@link Command} as a resource's method parameter: caller, path, Idempotency-Key, digest, If-Match. */
final class CommandArgument implements HandlerMethodArgumentResolver {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Command.class;
    }

    @Override
    public Command resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Object digest = request.getAttribute(KeptBody.DIGEST);
        String caller = request.getUserPrincipal() == null
                ? "anonymous"
                : request.getUserPrincipal().getName();
        return new Command(
                caller,
                request.getMethod() + " " + request.getRequestURI(),
                key(request),
                digest == null ? "" : digest.toString(),
                ifMatch(request));
    }

    private static @Nullable String key(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new BadInput(
                    "/headers/Idempotency-Key",
                    "Idempotency-Key 须为 1 至 200 个可见的 ASCII 字符。",
                    "Idempotency-Key must be 1 to 200 visible ASCII characters.");
        }
        return key;
    }

    private static @Nullable String ifMatch(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.equals("*")) {
            return null;
        }
        String weak = header.startsWith("W/") ? header.substring(2) : header;
        return weak.replace("\"", "").trim();
    }
}
