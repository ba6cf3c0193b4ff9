package org.tongban.catalog.reference;

import org.tongban.catalog.RealData;

/** The reference data of {@code deploy/data}. */
public final class RealReference {
    private static final Reference READ = read();

    private RealReference() {}

    public static Reference get() {
        return READ;
    }

    private static Reference read() {
        Reference known = Reference.EMPTY;
        for (ReferenceFile file : ReferenceFile.values()) {
            if (RealData.has(file.path())) {
                known = file.read(known, RealData.tree(file.path()));
            }
        }
        return known;
    }
}
