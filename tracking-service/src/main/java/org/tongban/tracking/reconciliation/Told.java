package org.tongban.tracking.reconciliation;

/**
 * What a far side last said about a code.
 *
 * @param sequence how far it is with {@code /application}
 * @param failing whether it skipped something or cannot send something
 */
record Told(long sequence, boolean failing) {
    static final Told NOTHING = new Told(0, false);

    /** Said in a form that is none: a difference until it is said anew. */
    static final Told UNREADABLE = new Told(-1, true);
}
