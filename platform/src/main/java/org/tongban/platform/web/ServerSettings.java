package org.tongban.platform.web;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.web.servlet.LocaleResolver;

/** What Tomcat is told in its own words: how long it waits for a piece of a body, and how it says what went wrong. */
final class ServerSettings implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final WebProperties properties;
    private final LocaleResolver locales;

    ServerSettings(WebProperties properties, LocaleResolver locales) {
        this.properties = properties;
        this.locales = locales;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout(
                        Math.toIntExact(properties.bodyPause().toMillis()));
            }
        });
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(locales)));
    }
}
