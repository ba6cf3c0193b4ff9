package org.tongban.application.intake;

import java.time.Instant;

/** How and when the result reached the applicant. */
public record Delivery(Method method, Instant at) {
    public enum Method {
        COUNTER,
        POST,
        ELECTRONIC
    }
}
