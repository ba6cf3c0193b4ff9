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
import org.tongban.platform.problem.NotAllowed;

/** A {@link Command} as a resource's method parameter: caller, path, Idempotency-Key, digest, If-Match. */
final class CommandArgument implements HandlerMethodArgumentResolver {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final String ANONYMOUS = "anonymous";
    /** All strangers share one space of keys. */
    private static final Pattern UNGUESSABLE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

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
                ? ANONYMOUS
                : request.getUserPrincipal().getName();
        return new Command(
                caller,
                request.getMethod() + " " + request.getRequestURI(),
                key(request, caller),
                digest == null ? "" : digest.toString(),
                ifMatch(request));
    }

    private static @Nullable String key(HttpServletRequest request, String caller) {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            throw new BadInput(
                    "/headers/Idempotency-Key",
                    "Idempotency-Key 须为 1 至 200 个可见的 ASCII 字符。",
                    "Idempotency-Key must be 1 to 200 visible ASCII characters.");
        }
        if (key != null && caller.equals(ANONYMOUS) && !UNGUESSABLE.matcher(key).matches()) {
            throw new NotAllowed(
                    "/headers/Idempotency-Key",
                    "未登录时 Idempotency-Key 须为随机生成的 UUID，以免与他人的键相同。",
                    "Without a token, Idempotency-Key must be a random UUID, so that it is nobody else's key.");
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
