package org.tongban.tracking.qr;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.web.TypedCode;

/** The code as a picture: an address with the code in it and nothing personal. Nobody looks the code up for it. */
@RestController
class QrResource {
    private static final String SVG = "image/svg+xml";
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final String base;

    QrResource(@Value("${tongban.public-base}") String base) {
        this.base = base;
    }

    @GetMapping(value = "/api/tracking/{code}/qr.svg", produces = SVG)
    ResponseEntity<String> qr(@PathVariable String code) {
        TrackingCode tracked = TypedCode.parse(code);
        return ResponseEntity.ok().cacheControl(FOR_GOOD).body(QrSvg.of(base + "/t/" + tracked.value()));
    }
}
