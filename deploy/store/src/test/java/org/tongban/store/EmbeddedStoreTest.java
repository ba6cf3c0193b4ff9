package org.tongban.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The statements on the embedded store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedStoreTest extends StoreStatements {

    private EmbeddedStore store = EmbeddedStore.temporary();

    @BeforeAll
    void open(@TempDir Path directory) {
        store.close();
        store = EmbeddedStore.open(directory, 0);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    String uri() {
        return store.uri();
    }
}
