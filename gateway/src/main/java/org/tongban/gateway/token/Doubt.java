package org.tongban.gateway.token;

import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import org.tongban.gateway.problem.Said;

/** Why a token is not believed. */
enum Doubt {
    SENT_TWICE("Authorization 请求头不止一个", "there is more than one Authorization header"),
    UNREADABLE("不是签名的 JWT", "it is not a signed JWT"),
    UNSIGNED("没有签名", "it is not signed"),
    FORGED("签名不符", "its signature does not fit"),
    UNKNOWN_KEY("签名所用的密钥未知", "its key is unknown"),
    EXPIRED("已经过期", "it has expired"),
    NOT_OURS("签发者、受众、类型或有效期不符合要求", "its issuer, audience, type or validity is not accepted here");

    private final String zh;
    private final String en;

    Doubt(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** The refusal, with the challenge of RFC 6750 section 3. */
    Refusal refusal() {
        return new Refusal(ProblemType.UNAUTHENTICATED, new Said(zh, en))
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"" + en + '"');
    }
}
