package org.tongban.gateway.problem;

import java.util.Locale;

/**
 * The kinds of problem the gateway itself answers with, each with its status and its words in both languages. Kinds
 * that the services know too carry the same name there.
 */
public enum ProblemType {
    BAD_INPUT(
            400,
            "请求无法读取",
            "The request cannot be read",
            "请求不符合 HTTP 规则，或者没有发送完整。",
            "The request breaks the rules of HTTP or was not sent whole."),
    UNDECODABLE_ADDRESS(
            400,
            "请求地址无法解码",
            "The address cannot be decoded",
            "路径和查询参数须为 UTF-8 的百分号编码。",
            "Path and query must be percent-encoded UTF-8."),
    UNAUTHENTICATED(
            401,
            "访问令牌无效",
            "The access token is not valid",
            "访问令牌无法验证：%s。请重新登录，或者不带令牌访问公开内容。",
            "The access token does not verify: %s. Sign in again, or ask for public pages without a token."),
    NOT_FOUND(
            404,
            "没有找到",
            "Not found",
            "这里没有这个地址。接口目录见 /docs。",
            "There is nothing at this address. The interfaces are listed at /docs."),
    METHOD_NOT_ALLOWED(
            405,
            "不支持这种请求方法",
            "Method not allowed",
            "这个地址不支持所用的请求方法。",
            "This address does not serve the method of the request."),
    REQUEST_TOO_SLOW(
            408,
            "请求发送超时",
            "The request came too slowly",
            "请求内容没有及时送达，请检查网络后重新发送；本次请求没有执行。",
            "The body of the request did not arrive in time; check the connection and send it again. It was not carried out."),
    BODY_TOO_LARGE(
            413,
            "请求内容过大",
            "The body is too large",
            "请求内容不得超过 %s 字节；文件请以 multipart/form-data 上传。",
            "The body may hold at most %s bytes; send files as multipart/form-data."),
    ADDRESS_TOO_LONG(
            414,
            "请求地址过长",
            "The address is too long",
            "请求地址过长，请缩短查询条件。",
            "The address of the request is too long; shorten the query."),
    TOO_MANY_REQUESTS(
            429,
            "请求过于频繁",
            "Too many requests",
            "请求过于频繁，请在 %s 秒后重试。",
            "Too many requests; please repeat in %s seconds."),
    TOO_MANY_AT_ONCE(
            429,
            "同时进行的请求过多",
            "Too many at once",
            "%s同时不得超过 %s 个，请等其中一个结束后再试。",
            "There may be no more than %2$s %1$s at once; wait for one to end and repeat."),
    HEADERS_TOO_LARGE(
            431,
            "请求头过大",
            "The headers are too large",
            "请求头的总长度超过限制，请减少 Cookie 或其他请求头。",
            "The headers are longer than allowed; send fewer or shorter cookies and headers."),
    INTERNAL(
            500,
            "系统内部错误",
            "Internal error",
            "网关出现内部错误，请凭跟踪号联系管理员。",
            "The gateway failed; please report the trace id to the operators."),
    FAR_SIDE_DOWN(
            503,
            "相关服务暂不可用",
            "A needed service does not answer",
            "服务 %s 暂时不可用，请稍后重试；已经确认的内容不会丢失。",
            "The service %s is not available; please repeat in a moment. Nothing acknowledged is lost."),
    FAR_SIDE_BUSY(
            503,
            "相关服务繁忙",
            "A needed service is busy",
            "服务 %s 正在处理的请求已满，请稍后重试；本次请求没有执行。",
            "The service %s has as much to do as it can take; please repeat in a moment. This request was not carried out."),
    BUSY(
            503,
            "系统繁忙",
            "Busy",
            "正在接收的内容过多，请稍后重试；本次请求没有执行。",
            "Too much is being received at the moment; please repeat. This request was not carried out."),
    KEYS_UNAVAILABLE(
            503,
            "暂时无法验证登录",
            "Tokens cannot be checked now",
            "暂时取不到登录服务的公钥，无法验证访问令牌，请稍后重试。",
            "The keys of the sign-on service cannot be read, so the access token cannot be checked; please repeat in a moment."),
    FAR_SIDE_SLOW(
            504,
            "相关服务响应超时",
            "A needed service is too slow",
            "服务 %s 没有及时响应；请求可能已经生效，请以相同的 Idempotency-Key 重试。",
            "The service %s did not answer in time; the request may have taken effect, repeat it with the same Idempotency-Key.");

    private static final String BASE = "https://tongban.org/problems/";

    private final int status;
    private final String titleZh;
    private final String titleEn;
    private final String detailZh;
    private final String detailEn;

    ProblemType(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
        this.status = status;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.detailZh = detailZh;
        this.detailEn = detailEn;
    }

    public int status() {
        return status;
    }

    String uri() {
        return BASE + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title(Language language) {
        return language == Language.EN ? titleEn : titleZh;
    }

    String detail(Language language, Object... facts) {
        return String.format(Locale.ROOT, language == Language.EN ? detailEn : detailZh, facts);
    }
}
