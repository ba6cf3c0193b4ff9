package org.tongban.application.crash;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.application.bag.Submitting;
import org.tongban.application.document.Uploading;
import org.tongban.platform.code.TrackingCode;

/** Main class of a house that dies where {@code tongban.crash} says; one that lives on has failed. */
final class Doomed {
    private static final int LIVED = 1;
    private static final long PATIENCE_SECONDS = 60;

    private Doomed() {}

    /** Arguments: what is done once it is open, to which bag, code or owner, and its settings. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> settings = Arrays.asList(arguments).subList(2, arguments.length);
        ConfigurableApplicationContext house = House.open(Duration.ZERO, settings);
        switch (arguments[0]) {
            case "submit" -> Submitting.submit(house, arguments[1]);
            case "grant" -> Granting.grant(house, new TrackingCode(arguments[1]));
            case "upload" -> Uploading.upload(house, arguments[1]);
            default -> {
                // its sweepers and listeners are at work by themselves
            }
        }
        boolean unused = new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Runtime.getRuntime().halt(LIVED);
    }
}
