package org.tongban.local.place;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;

/** Looks for ports that nobody listens on. */
public final class FreePorts {

    /** Keeps every moved port below 32768, where Linux begins to hand out ports to clients. */
    private static final int HIGHEST_OFFSET = 24_000;

    private FreePorts() {}

    /** Whether a server could listen on that port of this machine now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    /** An offset by which every port of the list is free now, for a stack beside others. */
    public static int offset(Path portsFile) {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(20, HIGHEST_OFFSET / 100) * 100;
            Ports moved = Ports.read(portsFile, offset);
            if (StreamSupport.stream(moved.all().spliterator(), false).allMatch(FreePorts::isFree)) {
                return offset;
            }
        }
        throw new Refused("No free block of ports was found in 100 tries.");
    }
}
