package org.tongban.identity.person;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the real-name registry is asked; each counts for the account that asks and for the number it asks about.
 *
 * @param perHour in any sixty minutes
 * @param perDay in any twenty-four hours
 */
@ConfigurationProperties("tongban.verification")
record VerificationProperties(
        @DefaultValue("5") int perHour, @DefaultValue("10") int perDay) {}
