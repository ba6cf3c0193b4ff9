package org.tongban.tracking.light;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param every the pause between two looks for lights that are due */
@ConfigurationProperties("tongban.light")
record LightProperties(@DefaultValue("1m") Duration every) {}
