package org.tongban.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;

/** A real {@code mongod} as a replica set of one. */
final class Mongod {

    private static final int TRIES = 300;
    private static final int MILLIS_BETWEEN = 100;

    private final Process process;
    private final int port;

    private Mongod(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> executable() {
        String named = System.getenv("TONGBAN_MONGOD");
        String path = System.getenv("PATH");
        Stream<Path> onThePath = Arrays.stream(path == null ? new String[0] : path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "mongod"));
        return Stream.concat(Stream.ofNullable(named).map(Path::of), onThePath)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Mongod start(Path executable, Path directory) throws IOException, InterruptedException {
        int port = freePort();
        Process process = new ProcessBuilder(
                        executable.toString(),
                        "--dbpath",
                        directory.toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind_ip",
                        "127.0.0.1",
                        "--replSet",
                        "tongban")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("mongod.log").toFile())
                .start();
        Mongod mongod = new Mongod(process, port);
        mongod.becomePrimary();
        return mongod;
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true&retryWrites=false";
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(20, TimeUnit.SECONDS);
    }

    private void becomePrimary() throws InterruptedException {
        Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
        Document set = new Document("_id", "tongban").append("members", List.of(member));
        try (MongoClient client = MongoClients.create(uri())) {
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", set));
            for (int i = 0; i < TRIES; i++) {
                if (isPrimary(client)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
            }
        }
        throw new IllegalStateException("mongod on port " + port + " does not become primary");
    }

    private static boolean isPrimary(MongoClient client) {
        try {
            return client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getBoolean("isWritablePrimary", false);
        } catch (MongoException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
