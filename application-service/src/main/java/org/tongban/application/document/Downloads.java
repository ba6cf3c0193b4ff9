package org.tongban.application.document;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.tongban.application.document.DocumentProperties.Download;

/**
 * Sends files to callers who may be slow: no thread waits for them, and of each file no more than a chunk is in memory.
 *
 * <p>Whoever takes nothing for as long as Tomcat's connection time-out, or less than the least rate in all, is cut off.
 */
final class Downloads {
    private static final Logger log = LoggerFactory.getLogger(Downloads.class);

    private final Bulkhead bulkhead;
    private final Download limits;

    Downloads(Download limits) {
        this.bulkhead = new Bulkhead(limits.atOnce(), limits.perPerson());
        this.limits = limits;
    }

    Bulkhead.Place enter(String person) {
        return bulkhead.enter(person);
    }

    int underWay() {
        return bulkhead.taken();
    }

    /** @param place given back when the file is sent or the caller is cut off */
    void send(
            Bulkhead.Place place,
            Document document,
            Content content,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // Half a file must not look like a whole one: whoever is cut off sees the connection end.
        response.setHeader(HttpHeaders.CONNECTION, "close");
        ServletOutputStream out = response.getOutputStream();
        AsyncContext context = request.startAsync();
        context.setTimeout(limits.longest(document.size()).toMillis());
        Transfer transfer = new Transfer(document.documentId(), place, content, out, context);
        context.addListener(transfer);
        out.setWriteListener(transfer);
    }

    /**
     * One file on its way to one caller.
     *
     * <p>What is handed over in one go is little: the container still sends that to a caller who is cut off.
     */
    private static final class Transfer implements WriteListener, AsyncListener {
        private static final int AT_ONCE = 16 * 1024;

        private final String documentId;
        private final Bulkhead.Place place;
        private final Content content;
        private final ServletOutputStream out;
        private final AsyncContext context;
        private byte[] chunk = {};
        private int sent;

        Transfer(
                String documentId,
                Bulkhead.Place place,
                Content content,
                ServletOutputStream out,
                AsyncContext context) {
            this.documentId = documentId;
            this.place = place;
            this.content = content;
            this.out = out;
            this.context = context;
        }

        @Override
        public void onWritePossible() throws IOException {
            while (out.isReady()) {
                if (sent == chunk.length) {
                    Optional<byte[]> next = content.next();
                    if (next.isEmpty()) {
                        context.complete();
                        return;
                    }
                    chunk = next.get();
                    sent = 0;
                }
                int length = Math.min(AT_ONCE, chunk.length - sent);
                out.write(chunk, sent, length);
                sent += length;
            }
        }

        @Override
        public void onError(Throwable cause) {
            cutOff(cause.toString());
        }

        @Override
        public void onError(AsyncEvent event) {
            place.close();
            context.complete();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            cutOff("it took too long");
            context.complete();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}

        private void cutOff(String reason) {
            log.info("the download of document {} was cut off: {}", documentId, reason);
            place.close();
        }
    }
}
