package org.tongban.gateway.address;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the house is seen from outside.
 *
 * @param base scheme, host and port without a path, {@code https://tongban.example}
 */
@ConfigurationProperties("tongban.gateway.public")
public record PublicAddress(
        @DefaultValue("http://localhost:8080") URI base) {
    public PublicAddress {
        if (base.getHost() == null || base.getScheme() == null) {
            throw new IllegalArgumentException("not an address with scheme and host: " + base);
        }
    }

    public int port() {
        if (base.getPort() >= 0) {
            return base.getPort();
        }
        return "https".equals(base.getScheme()) ? 443 : 80;
    }
}
