package org.tongban.gateway.house;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** Says to the gateway, byte by byte, what no decent client would. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;
    private boolean hasHungUp;

    public Wire(RunningGateway gateway) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(64 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Says it; if the gateway has hung up meanwhile, its answer tells why. */
    public Wire say(String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (SocketException hungUp) {
            hasHungUp = true;
        }
        return this;
    }

    /** The head of a command that announces more than it brings, and its first byte. */
    public Wire begin(String path, String type, int announced, String... headers) throws IOException {
        return say("POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + announced + "\r\n" + String.join("\r\n", headers)
                        + (headers.length == 0 ? "\r\n" : "\r\n\r\n"))
                .say("{");
    }

    /** Whether something of an answer is there. */
    public boolean isAnswered() throws IOException {
        return hasHungUp || socket.getInputStream().available() > 0;
    }

    /** Reads what is there, at most so many bytes; how many it were. */
    public int take(int most) throws IOException {
        return socket.getInputStream().read(new byte[most]);
    }

    /** The lines of a head, and the empty one after it. */
    public static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** Everything until the gateway hangs up. */
    public String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(piece);
                    n >= 0;
                    n = socket.getInputStream().read(piece)) {
                answer.write(piece, 0, n);
            }
        } catch (SocketException hungUpOnWhatWasStillSaid) {
            hasHungUp = true;
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
