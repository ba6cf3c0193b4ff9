package org.tongban.notification;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.notification.restore.Restore;
import org.tongban.platform.restore.RestoreRefused;

/** Starts the service; with the argument {@code restore} it prepares to fill its emptied database again, and ends. */
@SpringBootApplication
public class NotificationService {
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("restore")) {
            System.exit(restore());
        }
        SpringApplication.run(NotificationService.class, arguments);
    }

    private static int restore() {
        try (ConfigurableApplicationContext context =
                SpringApplication.run(NotificationService.class, "--tongban.restore=true", "--server.port=-1")) {
            context.getBean(Restore.class).run();
            System.out.println("all events of the application are heard again from the beginning at the next start");
            return 0;
        } catch (RestoreRefused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }
}
