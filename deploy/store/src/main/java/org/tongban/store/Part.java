package org.tongban.store;

import org.jspecify.annotations.Nullable;

/** Leaves out the first of what is found and stops after so many. */
final class Part implements Hits {

    private final Hits all;
    private final int limit;
    private int toSkip;
    private int given;

    /**
     * @param limit 0 for all
     */
    Part(Hits all, int skip, int limit) {
        this.all = all;
        this.toSkip = skip;
        this.limit = limit;
    }

    @Override
    public @Nullable Hit next() {
        for (; toSkip > 0; toSkip--) {
            if (all.next() == null) {
                return null;
            }
        }
        if (limit > 0 && given == limit) {
            return null;
        }
        given++;
        return all.next();
    }

    @Override
    public void pause() {
        all.pause();
    }
}
