package org.tongban.store;

import java.nio.file.Path;

/** The store as a process of its own: {@code StoreServer <directory> <port>}. */
public final class StoreServer {

    private static final int FAILED = 1;

    private StoreServer() {}

    /** Prints one line once it can be used and ends cleanly on SIGTERM. */
    public static void main(String[] args) {
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        if (args.length != 2 || !args[1].matches("\\d{1,5}")) {
            refuse("usage: StoreServer <directory> <port>");
            return;
        }
        try {
            EmbeddedStore store = EmbeddedStore.open(
                    Path.of(args[0]),
                    Integer.parseInt(args[1]),
                    () -> Runtime.getRuntime().halt(FAILED));
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-close"));
            System.out.println("store ready at " + store.uri());
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            refuse(String.valueOf(e.getMessage()));
        }
    }

    private static void refuse(String sentence) {
        System.err.println(sentence);
        System.exit(FAILED);
    }
}
