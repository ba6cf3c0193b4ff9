package org.tongban.platform.description;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that nobody sends: another method and path, and nothing that was noted on the one that was sent. */
final class Imagined extends HttpServletRequestWrapper {
    private final Map<String, Object> noted = new HashMap<>();
    private final String method;
    private final String path;

    Imagined(HttpServletRequest asked, String method, String path) {
        super(asked);
        this.method = method;
        this.path = path.replaceAll("\\{[^}]*}", "1");
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public String getServletPath() {
        return path;
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return noted.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        noted.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        noted.remove(name);
    }
}
