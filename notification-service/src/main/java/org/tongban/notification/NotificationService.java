package org.tongban.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the notification service. */
@SpringBootApplication
public class NotificationService {
    public static void main(String[] arguments) {
        SpringApplication.run(NotificationService.class, arguments);
    }
}
