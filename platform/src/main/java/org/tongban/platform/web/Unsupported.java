package org.tongban.platform.web;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** A request that Spring itself turned away: method, media type, path, missing part. */
final class Unsupported extends Refusal {
    private Unsupported(ProblemType type) {
        super(type, type.zh() + "。", type.en() + ".");
    }

    private Unsupported(ProblemType type, String zh, String en) {
        super(type, type.zh() + "，" + zh + "。", type.en() + "; " + en + ".");
    }

    /** What Tomcat or a filter answers with this status, in our words. */
    static Refusal refusal(int status) {
        if (status == 408) {
            return new BodyTooSlow();
        }
        return status < 500 ? of(status) : new OurFault();
    }

    static Unsupported of(int status) {
        return switch (status) {
            case 404 -> new Unsupported(new ProblemType("not-found", 404, "没有这个地址", "There is no such address"));
            case 405 ->
                new Unsupported(
                        new ProblemType("method-not-allowed", 405, "此地址不支持该方法", "The address has no such method"),
                        "可用的方法见响应头 Allow",
                        "the header Allow names those it has");
            case 406 ->
                new Unsupported(
                        new ProblemType("not-acceptable", 406, "不能以所要求的格式回答", "There is no answer in that format"),
                        "请改正 Accept",
                        "correct Accept");
            case 415 ->
                new Unsupported(
                        new ProblemType("media-type", 415, "不支持的内容类型", "The content type is not supported"),
                        "可用的类型见响应头 Accept",
                        "the header Accept names those that are");
            default ->
                new Unsupported(
                        new ProblemType("bad-input", status, "请求有误：缺少或多出内容", "The request lacks or exceeds something"));
        };
    }
}
