package org.tongban.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Main class of another launcher, which holds the lock until its input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) {
        new LauncherLock(Path.of(arguments[0])).alone(Progress.silent(), () -> {
            System.out.println("held");
            try {
                System.in.transferTo(System.out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
