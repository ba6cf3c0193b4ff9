package org.tongban.tracking.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.security.Caller;
import org.tongban.platform.web.TypedCode;
import org.tongban.tracking.timeline.Standing;
import org.tongban.tracking.timeline.Timelines;
import org.tongban.tracking.view.Viewer;

/** Entries as they come, as server-sent events: those after {@code Last-Event-ID} first. */
@RestController
class StreamResource {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Timelines timelines;
    private final Watchers watchers;
    private final Seats seats;
    private final StreamProperties properties;
    private final Executor pool;

    StreamResource(Timelines timelines, Watchers watchers, Seats seats, StreamProperties properties, StreamPool pool) {
        this.timelines = timelines;
        this.watchers = watchers;
        this.seats = seats;
        this.properties = properties;
        this.pool = pool;
    }

    @GetMapping(value = "/api/tracking/{code}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @PathVariable String code,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @RequestHeader(name = "X-Forwarded-For", required = false) @Nullable String forwardedFor,
            Caller caller,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TrackingCode tracked = TypedCode.parse(code);
        Standing standing = timelines
                .findSubmitted(tracked)
                .orElseThrow(Timelines::unknown)
                .state()
                .standing();
        int last = lastEventId != null && NUMBER.matcher(lastEventId).matches() ? Integer.parseInt(lastEventId) : 0;
        Runnable leave = seats.take(tracked.value(), holder(caller, forwardedFor));
        try {
            SseChannel channel = open(request, response);
            watch(tracked, standing, last, Viewer.of(caller, standing), locale, channel, leave);
        } catch (IOException | RuntimeException e) {
            leave.run();
            throw e;
        }
    }

    /** Who signed in, else the address that the gateway saw. */
    private static Seats.@Nullable Holder holder(Caller caller, @Nullable String forwardedFor) {
        if (!caller.isAnonymous()) {
            return new Seats.Holder(caller.id(), true);
        }
        return forwardedFor == null
                ? null
                : new Seats.Holder(
                        forwardedFor
                                .substring(forwardedFor.lastIndexOf(',') + 1)
                                .trim(),
                        false);
    }

    private SseChannel open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        ServletOutputStream out = response.getOutputStream();
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(properties.lifetime().toMillis());
        return new SseChannel(exchange, out);
    }

    private void watch(
            TrackingCode code,
            Standing standing,
            int seen,
            Viewer viewer,
            Locale locale,
            SseChannel channel,
            Runnable leave) {
        AtomicReference<@Nullable Watcher> self = new AtomicReference<>();
        Watcher watcher = new Watcher(
                last -> timelines.after(code, last, Watcher.PAGE),
                standing,
                seen,
                viewer,
                locale,
                channel,
                pool,
                () -> {
                    leave.run();
                    Watcher gone = self.get();
                    if (gone != null) {
                        watchers.remove(code.value(), gone);
                    }
                });
        self.set(watcher);
        // listed before it reads the store: what comes in between waits for it
        watchers.add(code.value(), watcher);
        channel.begin(watcher);
        watcher.catchUp();
    }
}
