package org.tongban.gateway.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says to the gateway, byte by byte, what no decent client would. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;

    public Wire(RunningGateway gateway) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    public Wire say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return this;
    }

    /** The lines of a head, and the empty one after it. */
    public static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** Everything until the gateway hangs up. */
    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
