package org.tongban.tracking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class TrackingApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(TrackingApplication.class, arguments);
    }
}
