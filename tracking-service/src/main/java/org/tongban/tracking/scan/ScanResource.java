package org.tongban.tracking.scan;

import java.net.URI;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Problems;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.security.Caller;
import org.tongban.tracking.view.EntryView;
import org.tongban.tracking.view.Viewer;
import org.tongban.tracking.view.Views;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Scanners report here: one by one, or all that was kept while there was no network. */
@RestController
class ScanResource {
    private static final String BATCH = "/api/tracking/scans/batch";
    private static final int LARGEST_BATCH = 500;

    private final Scans scans;
    private final Idempotency idempotency;
    private final Clock clock;

    ScanResource(Scans scans, Idempotency idempotency, Clock clock) {
        this.scans = scans;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    record Batch(@Nullable List<JsonNode> scans) {}

    record Results(List<Result> results) {}

    record Result(
            @Nullable String scanId,
            Status status,
            @Nullable Map<String, Object> problem) {}

    enum Status {
        RECORDED,
        DUPLICATE,
        REFUSED
    }

    @PostMapping("/api/tracking/scans")
    ResponseEntity<String> scan(@RequestBody ScanBody body, Caller caller, Command command, Locale locale) {
        Scan scan = body.read(clock.instant());
        return idempotency
                .create(
                        command,
                        scan::scanId,
                        id -> answer(record(scan, caller), locale),
                        id -> shown(record(scan, caller), locale))
                .toResponse();
    }

    private Judgement.Recorded record(Scan scan, Caller caller) {
        return scans.record(List.of(scan), caller).get(0).orThrow();
    }

    private static Answer answer(Judgement.Recorded recorded, Locale locale) {
        EntryView entry = shown(recorded, locale);
        URI timeline = URI.create("/api/tracking/" + recorded.timeline().code());
        return recorded.fresh() ? Answer.created(timeline, entry) : Answer.ok(entry);
    }

    private static EntryView shown(Judgement.Recorded recorded, Locale locale) {
        return Views.of(recorded.entry(), recorded.timeline().standing(), Viewer.COUNTER, locale);
    }

    /** Each is judged by itself, so that one bad scan does not keep a queue from getting through. */
    @PostMapping(BATCH)
    ResponseEntity<String> batch(@RequestBody Batch batch, Caller caller, Command command, Locale locale) {
        List<JsonNode> sent = batch.scans();
        if (sent == null || sent.isEmpty() || sent.size() > LARGEST_BATCH) {
            throw new NotAllowed("/scans", "scans 须有 1 至 500 条扫码。", "scans holds 1 to 500 scans.");
        }
        return idempotency
                .create(
                        command,
                        OpaqueId::next,
                        id -> Answer.ok(each(sent, caller, locale)),
                        id -> each(sent, caller, locale))
                .toResponse();
    }

    private Results each(List<JsonNode> sent, Caller caller, Locale locale) {
        Map<Integer, Result> results = new TreeMap<>();
        Map<Integer, Scan> readable = new TreeMap<>();
        for (int at = 0; at < sent.size(); at++) {
            try {
                readable.put(at, body(sent.get(at), at).read(clock.instant()));
            } catch (Refusal refusal) {
                results.put(at, refused(sent.get(at).path("scanId").asString(null), refusal, locale));
            }
        }
        // when it is busy nothing is answered: refused means for good, and the scanner keeps the whole queue
        Iterator<Judgement> judged =
                scans.record(List.copyOf(readable.values()), caller).iterator();
        readable.forEach((at, scan) -> results.put(at, result(scan.scanId(), judged.next(), locale)));
        return new Results(List.copyOf(results.values()));
    }

    private static Result result(String scanId, Judgement judgement, Locale locale) {
        if (judgement.refusal() != null) {
            return refused(scanId, judgement.refusal(), locale);
        }
        boolean fresh = judgement.orThrow().fresh();
        return new Result(scanId, fresh ? Status.RECORDED : Status.DUPLICATE, null);
    }

    private static Result refused(@Nullable String scanId, Refusal refusal, Locale locale) {
        return new Result(scanId, Status.REFUSED, Problems.body(refusal, locale, BATCH));
    }

    private static ScanBody body(JsonNode sent, int at) {
        BadInput unreadable = new BadInput(
                "/scans/" + at,
                "这条扫码无法读取：不是对象、有未知字段，或字段的值类型不对、不在可选范围内。",
                "This scan cannot be read: it is no object, or a field is unknown or has a value of the wrong type or none of"
                        + " the allowed ones.");
        if (!sent.isObject()) {
            throw unreadable;
        }
        try {
            return Json.mapper().treeToValue(sent, ScanBody.class);
        } catch (JacksonException e) {
            throw unreadable;
        }
    }
}
