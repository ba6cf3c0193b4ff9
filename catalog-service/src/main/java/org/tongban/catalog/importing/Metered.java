package org.tongban.catalog.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with an {@link Overrun} when one item, or all of them, is longer than allowed. */
final class Metered extends FilterInputStream {
    private final long perItem;
    private long item;
    private long left;

    /** That somebody sends more than allowed. */
    static final class Overrun extends IOException {
        Overrun() {
            super("more bytes than one import takes");
        }
    }

    Metered(InputStream in, long perItem, long inAll) {
        super(in);
        this.perItem = perItem;
        this.left = inAll;
    }

    /** The next item begins about here. */
    void begin() {
        item = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws Overrun {
        item += read;
        left -= read;
        if (item > perItem || left < 0) {
            throw new Overrun();
        }
    }
}
