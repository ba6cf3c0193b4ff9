package org.tongban.tracking.stream;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;

/** The threads that write to streams. */
final class StreamPool implements Executor, DisposableBean {
    private final ExecutorService threads;

    StreamPool(int count) {
        this.threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "stream");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
