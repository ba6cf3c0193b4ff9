package org.tongban.tracking.view;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.security.Caller;
import org.tongban.platform.time.LegalZone;
import org.tongban.platform.web.TypedCode;
import org.tongban.tracking.timeline.Timeline;
import org.tongban.tracking.timeline.Timelines;

/** Where a matter is, for whoever has its code. */
@RestController
class TimelineResource {
    private final Timelines timelines;
    private final Clock clock;

    TimelineResource(Timelines timelines, Clock clock) {
        this.timelines = timelines;
        this.clock = clock;
    }

    @GetMapping("/api/tracking/{code}")
    ResponseEntity<TimelineView> timeline(@PathVariable String code, Caller caller, Locale locale, WebRequest request) {
        Stored<Timeline> stored = timelines.findSubmitted(TypedCode.parse(code)).orElseThrow(Timelines::unknown);
        Viewer viewer = Viewer.of(caller, stored.state().standing());
        LocalDate today = LegalZone.dateOf(clock.instant());
        String etag = etag(stored.version(), viewer, today, locale);
        long sequence = stored.heard(Timelines.APPLICATION);
        boolean known = request.checkNotModified(etag);
        return ResponseEntity.status(known ? 304 : 200)
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
                .body(
                        known
                                ? null
                                : timelines.wholly(
                                        stored.state(), whole -> Views.of(whole, sequence, viewer, today, locale)));
    }

    /** What a counter expects of this code; any counter may ask, since anybody may bring papers anywhere. */
    @GetMapping("/api/tracking/{code}/card")
    Card card(@PathVariable String code) {
        Stored<Timeline> stored = timelines.findSubmitted(TypedCode.parse(code)).orElseThrow(Timelines::unknown);
        LocalDate today = LegalZone.dateOf(clock.instant());
        return timelines.wholly(stored.state(), whole -> Views.card(whole, today));
    }

    /** All that the answer depends on: lights change with the day, sentences with the language. */
    private static String etag(long version, Viewer viewer, LocalDate today, Locale locale) {
        int department = viewer.department() == null ? 0 : viewer.department().hashCode();
        return "\"%d-%s-%s-%x-%s\"".formatted(version, today, viewer.sight(), department, locale.getLanguage());
    }
}
