package org.tongban.tracking.stream;

import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.Busy;
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
    private final StreamProperties properties;
    private final Executor pool;

    StreamResource(Timelines timelines, Watchers watchers, StreamProperties properties, StreamPool pool) {
        this.timelines = timelines;
        this.watchers = watchers;
        this.properties = properties;
        this.pool = pool;
    }

    @GetMapping(value = "/api/tracking/{code}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(
            @PathVariable String code,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller,
            Locale locale) {
        TrackingCode tracked = TypedCode.parse(code);
        Standing standing = timelines
                .findSubmitted(tracked)
                .orElseThrow(Timelines::unknown)
                .state()
                .standing();
        if (watchers.count() >= properties.watchers()) {
            throw new Busy();
        }
        int last = lastEventId != null && NUMBER.matcher(lastEventId).matches() ? Integer.parseInt(lastEventId) : 0;
        SseEmitter emitter = new SseEmitter(properties.lifetime().toMillis());
        watch(tracked, standing, last, Viewer.of(caller, standing), locale, emitter);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private void watch(
            TrackingCode code, Standing standing, int seen, Viewer viewer, Locale locale, SseEmitter emitter) {
        AtomicReference<@Nullable Watcher> self = new AtomicReference<>();
        Watcher watcher = new Watcher(
                last -> timelines.after(code, last, Watcher.PAGE),
                standing,
                seen,
                viewer,
                locale,
                new SseChannel(emitter),
                pool,
                () -> {
                    Watcher gone = self.get();
                    if (gone != null) {
                        watchers.remove(code.value(), gone);
                    }
                });
        self.set(watcher);
        emitter.onCompletion(watcher::end);
        emitter.onTimeout(watcher::end);
        emitter.onError(error -> watcher.end());
        // listed before it reads the store: what comes in between waits for it
        watchers.add(code.value(), watcher);
        watcher.catchUp();
    }
}
