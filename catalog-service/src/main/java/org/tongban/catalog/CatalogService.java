package org.tongban.catalog;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the catalogue. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CatalogService {
    public static void main(String[] args) {
        SpringApplication.run(CatalogService.class, args);
    }
}
