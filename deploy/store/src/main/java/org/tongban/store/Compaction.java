package org.tongban.store;

import org.h2.mvstore.MVStore;

/** Gives back the room of what was overwritten, in short steps while nobody waits, or among many writes anyway. */
final class Compaction {

    static final long IDLE_MILLIS = 100;

    private static final int WORTH_IT = 50;
    private static final int OVERDUE = 5_000;
    private static final int OVERDUE_STEP = 100;
    private static final int FILL_PERCENT = 60;

    private final Step store;
    private final StepSize size = new StepSize();
    private long commits;

    /** One step of tidying up; false when there was nothing to do. */
    interface Step {
        boolean run(int fillPercent, int bytes);
    }

    Compaction(MVStore store) {
        this(store::compact);
    }

    Compaction(Step store) {
        this.store = store;
    }

    /** Is told of each commit. */
    void committed() {
        commits++;
        if (commits > OVERDUE && commits % OVERDUE_STEP == 0) {
            step();
        }
    }

    /** One step, under the write side of the lock, if enough was written since all was tidy. */
    void runWhileIdle() {
        if (commits > WORTH_IT) {
            step();
        }
    }

    private void step() {
        long begin = System.nanoTime();
        if (!store.run(FILL_PERCENT, size.bytes())) {
            commits = 0;
        }
        size.took(System.nanoTime() - begin);
    }
}
