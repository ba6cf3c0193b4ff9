package org.tongban.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens count.
 *
 * @param issuer the issuer, compared as a string
 * @param jwks where the issuer's keys are read, directly from Keycloak so that a gateway restart stops nobody
 */
@ConfigurationProperties("tongban.security")
public record SecurityProperties(String issuer, String jwks) {}
