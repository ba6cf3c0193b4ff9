package org.tongban.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A MongoDB-compatible server inside this process, reached only through its wire protocol at {@link #uri()}, e.g.
 * {@code mongodb://127.0.0.1:27117/?retryWrites=false}. What it has acknowledged survives the death of the process.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final String FILE = "store.mv";
    private static final int CACHE_MEGABYTES = 64;
    private static final int RETENTION_MILLIS = 2_000;

    private final MVStore store;
    private final GroupCommit commits;
    private final StoreBackend backend;
    private final WireServer server;
    private final int rebuiltIndexes;

    private EmbeddedStore(@Nullable Path file, int port, Runnable onFailure) {
        store = openFile(file);
        try {
            commits = new GroupCommit(GroupCommit.Disk.of(store), new Compaction(store), onFailure);
            backend = new StoreBackend(store, commits);
            rebuiltIndexes = backend.checkIndexes();
            server = new WireServer(port, backend, commits);
            commits.start();
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    /**
     * Opens the store kept in a directory, which is made when missing, on a port of 127.0.0.1.
     *
     * @param port 0 for any free one
     * @throws IllegalStateException if the port or the directory is in use
     */
    public static EmbeddedStore open(Path directory, int port) {
        return open(directory, port, () -> {});
    }

    /**
     * @param onFailure runs when the store can no longer be written
     */
    static EmbeddedStore open(Path directory, int port, Runnable onFailure) {
        try {
            keptFromOthers(Files.createDirectories(directory));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the directory " + directory, e);
        }
        return new EmbeddedStore(directory.resolve(FILE), port, onFailure);
    }

    /** What lies in the folder are people's papers; where the file system knows owners, nobody else looks in. */
    private static void keptFromOthers(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Opens an empty store on a free port, kept in memory only. */
    public static EmbeddedStore temporary() {
        return new EmbeddedStore(null, 0, () -> {});
    }

    private static MVStore openFile(@Nullable Path file) {
        MVStore.Builder builder = new MVStore.Builder()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .autoCompactFillRate(0)
                .cacheSize(CACHE_MEGABYTES);
        if (file != null) {
            builder.fileName(file.toString());
        }
        try {
            MVStore store = builder.open();
            store.setRetentionTime(RETENTION_MILLIS);
            return store;
        } catch (MVStoreException e) {
            if (file != null && e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new IllegalStateException(
                        "the store in " + file.getParent() + " is in use by another process", e);
            }
            throw e;
        }
    }

    /** The connection string, without a database name. */
    public String uri() {
        return "mongodb://127.0.0.1:" + port() + "/?retryWrites=false";
    }

    public int port() {
        return server.port();
    }

    /** How many documents were read so far to see whether they match a filter. */
    public long examined() {
        return backend.examined();
    }

    /** How many indexes differed from their documents at the start. */
    int rebuiltIndexes() {
        return rebuiltIndexes;
    }

    /** What a disk does that fails for good: the file is let go of while commands still come. */
    void breakDown() {
        store.closeImmediately();
    }

    /** Answers what is running, commits it and lets go of the directory. */
    @Override
    public void close() {
        server.close();
        commits.close();
        backend.close();
        store.close();
    }
}
