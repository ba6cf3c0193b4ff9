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

    /** Arguments: how late it opens, what is done then, to which bag, code or owner, and its settings. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> settings = Arrays.asList(arguments).subList(3, arguments.length);
        ConfigurableApplicationContext house = House.open(Duration.parse(arguments[0]), settings);
        switch (arguments[1]) {
            case "submit" -> Submitting.submit(house, arguments[2]);
            case "grant" -> Granting.grant(house, new TrackingCode(arguments[2]));
            case "upload" -> Uploading.upload(house, arguments[2]);
            default -> {
                // its sweepers and listeners are at work by themselves
            }
        }
        boolean unused = new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Runtime.getRuntime().halt(LIVED);
    }
}
