package org.tongban.platform.kit;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Stands before a store and passes everything on, until it is told to say nothing more while it stays connected. */
public final class SilencedStore implements AutoCloseable {
    private final ServerSocket server;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;

    /** @param uri the store's, {@code mongodb://127.0.0.1:27017/…} */
    public SilencedStore(String uri) {
        ServerAddress address =
                new ServerAddress(new ConnectionString(uri).getHosts().get(0));
        host = address.getHost();
        port = address.getPort();
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + server.getLocalPort() + "/?directConnection=true";
    }

    public void fallSilent() {
        silent = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Socket store = new Socket(host, port);
                sockets.add(client);
                sockets.add(store);
                start(() -> pass(client, store));
                start(() -> pass(store, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                while (silent) {
                    LockSupport.parkNanos(50_000_000);
                }
                out.write(bytes, 0, n);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silenced-store");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        silent = false;
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
