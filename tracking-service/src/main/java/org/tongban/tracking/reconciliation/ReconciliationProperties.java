package org.tongban.tracking.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param every the pause between two rounds of comparing */
@ConfigurationProperties("tongban.reconciliation")
record ReconciliationProperties(@DefaultValue("3s") Duration every) {}
