package org.tongban.local.place;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The ports of one stack by name, as {@code deploy/local/ports.properties} lists them, moved by an offset. */
public final class Ports {

    private static final int LAST_PORT = 65535;

    private final int offset;

    private final Map<String, Integer> byName;

    private Ports(int offset, Map<String, Integer> byName) {
        this.offset = offset;
        this.byName = Map.copyOf(byName);
    }

    /**
     * Reads the list.
     *
     * @throws Refused if the offset moves a port out of 1..65535
     */
    public static Ports read(Path file, int offset) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Integer> moved = new TreeMap<>();
        for (String name : lines.stringPropertyNames()) {
            moved.put(name, moved(name, Integer.parseInt(lines.getProperty(name).strip()), offset));
        }
        return new Ports(offset, moved);
    }

    /** The port of that name. */
    public int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port is named " + name);
        }
        return port;
    }

    int offset() {
        return offset;
    }

    /** Whether there is a port of that name. */
    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** All ports. */
    public Iterable<Integer> all() {
        return byName.values();
    }

    private static int moved(String name, int port, int offset) {
        int result = port + offset;
        if (result < 1 || result > LAST_PORT) {
            throw new Refused("TONGBAN_PORT_OFFSET=" + offset + " moves the port of " + name + " to " + result
                    + ", which is not a port.");
        }
        return result;
    }
}
