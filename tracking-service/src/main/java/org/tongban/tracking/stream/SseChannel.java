package org.tongban.tracking.stream;

import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.tongban.tracking.view.EntryView;

/** A browser's {@code EventSource}. */
record SseChannel(SseEmitter emitter) implements Channel {
    @Override
    public void entry(EntryView entry) throws IOException {
        emitter.send(SseEmitter.event()
                .id(Integer.toString(entry.no()))
                .name("entry")
                .data(entry, MediaType.APPLICATION_JSON));
    }

    @Override
    public void heartbeat() throws IOException {
        emitter.send(SseEmitter.event().comment(""));
    }

    @Override
    public void close() {
        emitter.complete();
    }
}
