package org.tongban.application.document;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A multipart body, part by part. */
public final class Multipart {
    private static final String BOUNDARY = "tongban-boundary";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** A PDF of that kind and holder. */
    public static Multipart pdf(String kind, String holder, String says) {
        byte[] content = ("%PDF-1.7\n%" + says + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        return new Multipart()
                .file("file", "a.pdf", content)
                .field("kind", kind)
                .field("holder", holder);
    }

    public Multipart field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    public Multipart file(String name, String filename, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"" + filename + "\"", content);
    }

    private Multipart part(String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public HttpRequest.Builder on(HttpRequest.Builder request) {
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return brokenOn(request);
    }

    /** Without its end. */
    HttpRequest.Builder brokenOn(HttpRequest.Builder request) {
        return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
