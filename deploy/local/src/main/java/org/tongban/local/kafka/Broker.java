package org.tongban.local.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * Main class of the broker's process: formats the storage if that was not done yet, then is {@code kafka.Kafka}. A second
 * thread creates the topics and leaves a file behind when all is there.
 */
final class Broker {

    private static final String CLUSTER = "dG9uZ2Jhbi1sb2NhbC0wMQ";

    private Broker() {}

    /** Arguments: the broker's settings, the list of topics, its address, the file that says "ready". */
    public static void main(String[] arguments) {
        String settings = arguments[0];
        String[] format = {"format", "--standalone", "--ignore-formatted", "-t", CLUSTER, "-c", settings};
        int failed = StorageTool.execute(format, System.out);
        if (failed != 0) {
            Runtime.getRuntime().halt(failed);
        }
        Thread topics = new Thread(() -> create(Path.of(arguments[1]), arguments[2], Path.of(arguments[3])), "topics");
        topics.setDaemon(true);
        topics.start();
        Kafka.main(new String[] {settings});
    }

    private static void create(Path topics, String bootstrap, Path ready) {
        try {
            new Topics(topics).create(bootstrap);
            Files.writeString(ready, bootstrap);
        } catch (Exception e) {
            System.err.println("The topics could not be made: " + e);
            Runtime.getRuntime().halt(1);
        }
    }
}
