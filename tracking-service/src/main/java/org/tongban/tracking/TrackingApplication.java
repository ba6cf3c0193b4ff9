package org.tongban.tracking;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.platform.restore.RestoreRefused;
import org.tongban.tracking.restore.Restore;

/** Starts the service; with the argument {@code restore} it fills its emptied database from the log instead, and ends. */
@SpringBootApplication
public class TrackingApplication {
    public static void main(String[] arguments) {
        List<String> wanted = List.of(arguments);
        if (wanted.contains("restore") || wanted.contains("--tongban.restore=true")) {
            System.exit(restore());
        }
        SpringApplication.run(TrackingApplication.class, arguments);
    }

    private static int restore() {
        try (ConfigurableApplicationContext context =
                SpringApplication.run(TrackingApplication.class, "--tongban.restore=true", "--server.port=-1")) {
            context.getBean(Restore.class).run(System.out::println);
            return 0;
        } catch (RestoreRefused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }
}
