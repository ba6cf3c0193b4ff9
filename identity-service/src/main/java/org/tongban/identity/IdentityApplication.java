package org.tongban.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the identity service. */
@SpringBootApplication
public class IdentityApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(IdentityApplication.class, arguments);
    }
}
