package org.tongban.platform.web;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.bson.BsonMaximumSizeExceededException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.tongban.platform.aggregate.AggregateFull;
import org.tongban.platform.mongo.StoreTrouble;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.Busy;
import org.tongban.platform.problem.Problems;
import org.tongban.platform.problem.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place where what went wrong becomes problem+json; nothing of the inside is told. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final FaultLog faults = new FaultLog(log, Ticker.systemTicker());

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Map<String, Object>> refused(Refusal refusal, HttpServletRequest request, Locale locale) {
        return Problems.answer(refusal, locale, request.getRequestURI());
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Map<String, Object>> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request, Locale locale) {
        BadInput refusal = e.getCause() == null
                ? new BadInput("", "请求没有内容，请提交 JSON 对象。", "The body is empty; send a JSON object.")
                : badInput(e.getCause());
        return refused(refusal, request, locale);
    }

    @ExceptionHandler(JacksonException.class)
    ResponseEntity<Map<String, Object>> unreadable(JacksonException e, HttpServletRequest request, Locale locale) {
        return refused(badInput(e), request, locale);
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Map<String, Object>> mismatched(
            MethodArgumentTypeMismatchException e, HttpServletRequest request, Locale locale) {
        String name = e.getName();
        return refused(
                new BadInput("/" + name, "参数 " + name + " 的值无法识别。", "The value of " + name + " cannot be read."),
                request,
                locale);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<Map<String, Object>> tooLarge(
            MaxUploadSizeExceededException e, HttpServletRequest request, Locale locale) {
        return refused(PartLimits.refusal(e, PartLimits.permitted(e)), request, locale);
    }

    @ExceptionHandler(MultipartException.class)
    ResponseEntity<Map<String, Object>> broken(MultipartException e, HttpServletRequest request, Locale locale) {
        if (isSilence(e)) {
            AbandonedBody.mark(request);
            return refused(new BodyTooSlow(), request, locale);
        }
        BadInput refusal = new BadInput("", "multipart 内容不完整或格式有误。", "The multipart body is incomplete or malformed.");
        return refused(refusal, request, locale);
    }

    /** Tomcat could not decode a query or a form. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Map<String, Object>> undecodable(
            InvalidParameterException e, HttpServletRequest request, Locale locale) {
        return refused(undecodable(), request, locale);
    }

    @ExceptionHandler(MongoException.class)
    ResponseEntity<Map<String, Object>> store(MongoException e, HttpServletRequest request, Locale locale) {
        if (AggregateFull.isSaidBy(e)) {
            return tooLargeForTheStore(request, locale);
        }
        return StoreTrouble.passes(e) ? busy(e, request, locale) : fault(e, request, locale);
    }

    private ResponseEntity<Map<String, Object>> busy(Exception e, HttpServletRequest request, Locale locale) {
        log.warn("the store did not do {} {}: {}", request.getMethod(), request.getRequestURI(), e.toString());
        return refused(new Busy(), request, locale);
    }

    /** A single document that no store would take. */
    @ExceptionHandler(BsonMaximumSizeExceededException.class)
    ResponseEntity<Map<String, Object>> full(
            BsonMaximumSizeExceededException e, HttpServletRequest request, Locale locale) {
        return tooLargeForTheStore(request, locale);
    }

    private ResponseEntity<Map<String, Object>> tooLargeForTheStore(HttpServletRequest request, Locale locale) {
        log.warn("too large for the store: {} {}", request.getMethod(), request.getRequestURI());
        return refused(AggregateFull.ofStore(), request, locale);
    }

    /** There is nobody left to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone(AsyncRequestNotUsableException e, HttpServletRequest request) {
        log.info("the caller of {} {} went away before the answer", request.getMethod(), request.getRequestURI());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Map<String, Object>> other(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            Unsupported refusal = Unsupported.of(known.getStatusCode().value());
            ResponseEntity<Map<String, Object>> problem = refused(refusal, request, locale);
            HttpHeaders headers = new HttpHeaders();
            headers.addAll(problem.getHeaders());
            known.getHeaders().forEach((name, values) -> headers.put(name, values));
            return new ResponseEntity<>(problem.getBody(), headers, problem.getStatusCode());
        }
        return StoreTrouble.passes(e) ? busy(e, request, locale) : fault(e, request, locale);
    }

    private ResponseEntity<Map<String, Object>> fault(Exception e, HttpServletRequest request, Locale locale) {
        OurFault fault = new OurFault();
        ResponseEntity<Map<String, Object>> problem = refused(fault, request, locale);
        Map<String, Object> body = problem.getBody();
        Object trace = body == null ? "" : body.get("traceId");
        faults.tell(request.getMethod() + " " + request.getRequestURI() + ", trace " + trace + ",", e);
        return problem;
    }

    static BadInput undecodable() {
        return new BadInput("", "查询参数须为 UTF-8 的百分号编码。", "The query must be percent-encoded UTF-8.");
    }

    private static boolean isSilence(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    private static BadInput badInput(@org.jspecify.annotations.Nullable Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            String name = unknown.getPropertyName();
            return new BadInput(
                    pointer(unknown),
                    "未知字段 " + name + "，请删除或改正字段名。",
                    "Unknown field " + name + "; remove it or correct its name.");
        }
        if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
            return new BadInput(
                    pointer(json),
                    "此字段的值类型不对或不在可选范围内。",
                    "The value has the wrong type or is none of the allowed ones.");
        }
        return new BadInput("", "请求内容不是有效的 JSON。", "The body is not valid JSON.");
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() != null ? step.getPropertyName() : step.getIndex()))
                .collect(Collectors.joining());
    }
}
