package org.tongban.platform.event;

/** A record on a topic that is no event of ours, now or at any later try. */
public final class UnreadableEvent extends RuntimeException {
    public UnreadableEvent(String why) {
        super(why);
    }

    public UnreadableEvent(String why, Throwable cause) {
        super(why, cause);
    }
}
