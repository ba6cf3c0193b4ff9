package org.tongban.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The statements on MongoDB itself: the server that {@code -Dtongban.test.mongodb-uri} names, else a {@code mongod} of
 * {@code TONGBAN_MONGOD} or the PATH; without either they are left out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MongodTest extends StoreStatements {

    private @Nullable Mongod own;
    private String uri = System.getProperty("tongban.test.mongodb-uri", "");

    @BeforeAll
    void open(@TempDir Path directory) throws IOException, InterruptedException {
        if (uri.isEmpty()) {
            Optional<Path> executable = Mongod.executable();
            assumeTrue(executable.isPresent(), "no mongod at hand");
            own = Mongod.start(executable.orElseThrow(), directory);
            uri = own.uri();
        }
    }

    @AfterAll
    void close() throws InterruptedException {
        if (own != null) {
            own.stop();
        }
    }

    @Override
    String uri() {
        return uri;
    }
}
