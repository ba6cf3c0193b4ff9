package org.tongban.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the bodies of requests may weigh, and how long they may hold a request thread.
 *
 * @param jsonLimit bytes of a body that is not multipart
 * @param bodyDeadline until such a body must be whole; looked at after each piece
 * @param bodyPause the longest wait for one piece of any body
 * @param bodiesAtOnce such bodies that may be waited for at once, of the 64 request threads
 * @param filesAtOnce multipart requests under way at once, of the 64 request threads
 */
@ConfigurationProperties("tongban.web")
record WebProperties(
        @DefaultValue("1048576") int jsonLimit,
        @DefaultValue("5s") Duration bodyDeadline,
        @DefaultValue("10s") Duration bodyPause,
        @DefaultValue("32") int bodiesAtOnce,
        @DefaultValue("16") int filesAtOnce) {}
