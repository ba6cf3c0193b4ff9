package org.tongban.local.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongban.local.place.Refused;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the gateway as one caller: nobody in particular, or a person who signed in. */
public final class Conversation {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;

    private final String base;

    private final Map<String, String> headers;

    private Conversation(HttpClient client, String base, Map<String, String> headers) {
        this.client = client;
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** As anybody. */
    public static Conversation with(String base) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new Conversation(client, base, Map.of("Accept-Language", "zh-CN"));
    }

    /** As that person of the one-machine stack, whose password is the user name. */
    public Conversation as(String user) {
        return signedIn(signIn(user).expect(200));
    }

    /** What sign-on says to that person. */
    public Answer signIn(String user) {
        return token(Map.of("grant_type", "password", "client_id", "portal", "username", user, "password", user));
    }

    /** What sign-on says to a client that calls as itself; here the conversation is with Keycloak. */
    public Answer signInAsClient(String client, String secret) {
        return token(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private Answer token(Map<String, String> fields) {
        String path = "/auth/realms/tongban/protocol/openid-connect/token";
        return send("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form(fields)));
    }

    /** As whom sign-on gave that answer. */
    public Conversation signedIn(Answer answer) {
        String accessToken = answer.json().path("access_token").asString();
        return with("Authorization", "Bearer " + accessToken);
    }

    /** The same caller with a header more, {@code Idempotency-Key} for example. */
    public Conversation with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Conversation(client, base, more);
    }

    public Answer get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    /** Sends a value as JSON. */
    public Answer post(String path, Object body) {
        return send("POST", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** Sends a value as JSON. */
    public Answer put(String path, Object body) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** Sends JSON as it is written. */
    public Answer postText(String path, String json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    /** Sends JSON as it is written. */
    public Answer putText(String path, String json) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(json));
    }

    /** Sends a file with some fields, as a browser's form does. */
    public Answer upload(String path, String fileName, byte[] content, Map<String, String> fields) {
        String boundary = "tongban-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> text(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        text(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        text(body, "\r\n--" + boundary + "--\r\n");
        return send(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private Answer send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(method + " " + path, response.statusCode(), response.body());
        } catch (IOException e) {
            throw new Refused(method + " " + base + path + " got no answer (" + e + "): is the stack up?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The conversation was interrupted.", e);
        }
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
