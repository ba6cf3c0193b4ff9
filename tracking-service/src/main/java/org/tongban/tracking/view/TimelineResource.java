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
import org.tongban.platform.code.TrackingCode;
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
        TrackingCode tracked = TypedCode.parse(code);
        LocalDate today = LegalZone.dateOf(clock.instant());
        if (request.getHeader(HttpHeaders.IF_NONE_MATCH) != null) {
            // most who ask again have what there is: no entry is read for them
            Stored<Timeline> outline = timelines.findOutline(tracked).orElseThrow(Timelines::unknown);
            String etag = etag(outline, caller, today, locale);
            if (request.checkNotModified(etag)) {
                return answer(304, etag).build();
            }
        }
        Stored<Timeline> stored = timelines.findSubmitted(tracked).orElseThrow(Timelines::unknown);
        Viewer viewer = Viewer.of(caller, stored.state().standing());
        long sequence = stored.heard(Timelines.APPLICATION);
        return answer(200, etag(stored, caller, today, locale))
                .body(timelines.wholly(stored.state(), whole -> Views.of(whole, sequence, viewer, today, locale)));
    }

    private static ResponseEntity.BodyBuilder answer(int status, String etag) {
        return ResponseEntity.status(status)
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** What a counter expects of this code; any counter may ask, since anybody may bring papers anywhere. */
    @GetMapping("/api/tracking/{code}/card")
    Card card(@PathVariable String code) {
        Stored<Timeline> stored = timelines.findSubmitted(TypedCode.parse(code)).orElseThrow(Timelines::unknown);
        LocalDate today = LegalZone.dateOf(clock.instant());
        return timelines.wholly(stored.state(), whole -> Views.card(whole, today));
    }

    /** All that the answer depends on: lights change with the day, sentences with the language. */
    private static String etag(Stored<Timeline> stored, Caller caller, LocalDate today, Locale locale) {
        Viewer viewer = Viewer.of(caller, stored.state().standing());
        int department = viewer.department() == null ? 0 : viewer.department().hashCode();
        return "\"%d-%s-%s%s-%x-%s\""
                .formatted(
                        stored.version(),
                        today,
                        viewer.sight(),
                        viewer.scores() ? "" : "-unrated",
                        department,
                        locale.getLanguage());
    }
}
