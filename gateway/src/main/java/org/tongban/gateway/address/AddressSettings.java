package org.tongban.gateway.address;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word about a caller's address is believed.
 *
 * @param trustedProxies networks such as {@code 10.0.0.0/8} or {@code fd00::/8} whose {@code X-Forwarded-For} is
 *     believed; empty: nobody's, the direct peer is the caller
 */
@ConfigurationProperties("tongban.gateway.address")
record AddressSettings(@DefaultValue List<String> trustedProxies) {}
