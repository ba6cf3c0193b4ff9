package org.tongban.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {
    Gateway() {}

    public static void main(String[] args) {
        SpringApplication.run(Gateway.class, args);
    }
}
