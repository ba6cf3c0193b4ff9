package org.tongban.catalog.editing;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tongban.catalog.House;
import org.tongban.platform.idempotency.Answer;

/** Main class of a house that publishes a draft and dies where {@code tongban.crash} says; one that lives on has failed. */
final class Doomed {
    private static final int LIVED = 1;
    private static final long PATIENCE_SECONDS = 60;

    private Doomed() {}

    /** Arguments: the item, and the settings. */
    public static void main(String[] arguments) throws InterruptedException {
        House house =
                House.open(House.clock(Duration.ZERO), Arrays.asList(arguments).subList(1, arguments.length));
        Answer unusedAnswer = Desk.publishUnderItsKey(house, arguments[0]);
        boolean unused = new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Runtime.getRuntime().halt(LIVED);
    }
}
