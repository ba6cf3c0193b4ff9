package org.tongban.journeys.bench;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tongban.local.part.Java;
import org.tongban.local.place.Folders;
import org.tongban.store.StoreServer;

/** The embedded store in a process of its own, with the memory that {@code ./tongban up} gives it. */
final class StoreProcess implements AutoCloseable {
    private static final String READY = "store ready at ";

    private final Path directory;
    private Process process;
    private MongoClient client;

    private StoreProcess(Path directory) throws IOException {
        this.directory = directory;
        this.process = process(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
        this.client = client(process);
    }

    static StoreProcess start() throws IOException {
        return new StoreProcess(Files.createTempDirectory("tongban-bench-store"));
    }

    /** Kills it and starts it again on what it holds. */
    void restart() throws IOException {
        stop();
        process = process(directory);
        client = client(process);
    }

    private static Process process(Path directory) throws IOException {
        return new ProcessBuilder(Java.command(
                        List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC"),
                        System.getProperty("java.class.path"),
                        StoreServer.class.getName(),
                        directory.toString(),
                        "0"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static MongoClient client(Process process) throws IOException {
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new IOException("the store did not start: " + line);
        }
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(line.substring(READY.length())))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .build());
    }

    private void stop() {
        client.close();
        process.destroyForcibly().onExit().join();
    }

    MongoDatabase database() {
        return client.getDatabase("bench");
    }

    @Override
    public void close() {
        stop();
        Folders.remove(directory);
    }
}
