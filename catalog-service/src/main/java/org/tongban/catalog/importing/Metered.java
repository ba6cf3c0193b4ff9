package org.tongban.catalog.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** An unpacked stream that ends with an {@link Overrun} when one item, or all of them, is longer than allowed. */
final class Metered extends FilterInputStream {
    private final ImportProperties properties;
    private final LongSupplier packed;
    private long item;
    private long all;

    /** @param packed how much was read of the file as it was sent */
    Metered(InputStream in, ImportProperties properties, LongSupplier packed) {
        super(in);
        this.properties = properties;
        this.packed = packed;
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
        all += read;
        if (all > properties.unpackedLimit().toBytes()) {
            throw Overrun.inAll(properties.unpackedLimit().toBytes());
        }
        if (all > properties.freely().toBytes() && all > properties.ratio() * packed.getAsLong()) {
            throw Overrun.ofTheRatio(properties.ratio());
        }
        // What is read ahead may belong to the next one.
        if (item > 2 * properties.itemLimit().toBytes()) {
            throw Overrun.ofAnItem(properties.itemLimit().toBytes());
        }
    }
}
