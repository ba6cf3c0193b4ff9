package org.tongban.tracking.timeline;

/** An entry that does not continue the chain before it: changed, out of order, or another one's. */
public final class BrokenChain extends RuntimeException {
    BrokenChain(String code, int no) {
        super("entry " + no + " of " + code + " does not continue the chain before it");
    }
}
