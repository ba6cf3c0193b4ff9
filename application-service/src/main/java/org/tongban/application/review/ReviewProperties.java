package org.tongban.application.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the departments' silence is watched.
 *
 * @param silenceEvery how often an instance looks for cases that nobody answered within five working days
 */
@ConfigurationProperties("tongban.review")
record ReviewProperties(@DefaultValue("1m") Duration silenceEvery) {}
