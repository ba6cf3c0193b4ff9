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
    /** All came back that could; the last lines name what did not. */
    private static final int NEED_A_LOOK = 3;

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
            List<String> toLookAt = context.getBean(Restore.class).run(System.out::println);
            toLookAt.forEach(System.out::println);
            System.out.println(
                    toLookAt.isEmpty()
                            ? "restored"
                            : "restored, " + toLookAt.size() + " codes need a look: they are named above");
            return toLookAt.isEmpty() ? 0 : NEED_A_LOOK;
        } catch (RestoreRefused refused) {
            System.err.println(refused.getMessage());
            return 1;
        }
    }
}
