package org.tongban.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB-compatible server inside this process, reached only through its wire protocol at {@link #uri()}, e.g.
 * {@code mongodb://127.0.0.1:27117/?retryWrites=false}.
 */
public final class EmbeddedStore implements AutoCloseable {

    private final MongoServer server;
    private final int port;
    private final @Nullable Path temporary;

    private EmbeddedStore(Path directory, int port, boolean temporary) {
        server = new MongoServer(new H2Backend(directory.resolve("store.mv").toString()));
        server.bind(new InetSocketAddress("127.0.0.1", port));
        this.port = server.getLocalAddress().getPort();
        this.temporary = temporary ? directory : null;
    }

    /**
     * Opens the store kept in a directory, which is made when missing, on a port of 127.0.0.1.
     *
     * @param port 0 for any free one
     */
    public static EmbeddedStore open(Path directory, int port) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
        return new EmbeddedStore(directory, port, false);
    }

    /** Opens an empty store on a free port whose data is gone once it is closed. */
    public static EmbeddedStore temporary() {
        try {
            return new EmbeddedStore(Files.createTempDirectory("tongban-store-"), 0, true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary directory", e);
        }
    }

    /** The connection string, without a database name. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false";
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdownNow();
        if (temporary != null) {
            delete(temporary);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }
}
