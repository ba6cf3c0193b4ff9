package org.tongban.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tongban.platform.code.Sha256;

/** A request whose body is held in memory, so that it can be digested and still be read. */
final class KeptBody extends HttpServletRequestWrapper {
    static final String DIGEST = KeptBody.class.getName() + ".digest";

    private final byte[] body;

    /**
     * @param deadline until it must be whole
     * @throws BodyTooLarge when there are more than {@code limit} bytes
     * @throws BodyTooSlow when it does not come, or not in time
     */
    KeptBody(HttpServletRequest request, int limit, Duration deadline) throws IOException {
        super(request);
        if (request.getContentLengthLong() > limit) {
            throw new BodyTooLarge(limit);
        }
        this.body = read(request, limit, System.nanoTime() + deadline.toNanos());
        setAttribute(DIGEST, Sha256.hex(body));
    }

    private static byte[] read(HttpServletRequest request, int limit, long end) throws IOException {
        InputStream stream = request.getInputStream();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int size = stream.read(piece); size >= 0; size = stream.read(piece)) {
                whole.write(piece, 0, size);
                if (whole.size() > limit) {
                    throw new BodyTooLarge(limit);
                }
                if (whole.size() == request.getContentLengthLong()) {
                    break;
                }
                if (System.nanoTime() - end > 0) {
                    throw new BodyTooSlow();
                }
            }
        } catch (SocketTimeoutException silent) {
            throw new BodyTooSlow();
        }
        return whole.toByteArray();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body is read already");
            }

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }
        };
    }
}
