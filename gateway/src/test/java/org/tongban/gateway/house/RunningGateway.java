package org.tongban.gateway.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.gateway.Gateway;
import reactor.core.publisher.Mono;

/** A gateway on a port of its own, with a double of every far side. */
public final class RunningGateway implements AutoCloseable {
    private static @Nullable RunningGateway generous;

    private final Realm realm = new Realm();
    private final Map<String, FarSideDouble> farSides = new LinkedHashMap<>();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public RunningGateway(String... settings) {
        Map<String, String> arguments = new LinkedHashMap<>();
        add(
                arguments,
                "--server.port=0",
                "--tongban.gateway.public.base=http://house.example",
                "--tongban.gateway.far-sides.patience.read=1s",
                "--tongban.gateway.far-sides.patience.write=1s",
                "--tongban.gateway.far-sides.patience.stream=1s",
                "--tongban.gateway.far-sides.breaker.calls=1000",
                "--tongban.gateway.bodies.pause=1s",
                "--tongban.gateway.limits.person.per-second=100000",
                "--tongban.gateway.limits.person.burst=100000",
                "--tongban.gateway.limits.address.per-second=100000",
                "--tongban.gateway.limits.address.burst=100000");
        for (String name : List.of("identity", "catalog", "application", "tracking", "notification", "keycloak")) {
            FarSideDouble farSide = FarSideDouble.anywhere();
            farSides.put(name, farSide);
            add(arguments, "--tongban.gateway.far-sides." + name + '=' + farSide.address());
        }
        publishKeys(realm);
        add(arguments, settings);
        context = SpringApplication.run(
                Gateway.class,
                arguments.entrySet().stream()
                        .map(argument -> argument.getKey() + '=' + argument.getValue())
                        .toArray(String[]::new));
    }

    /** The later one counts: Spring would make a list of both. */
    private static void add(Map<String, String> arguments, String... settings) {
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            arguments.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
    }

    /** One for all tests that need no settings of their own; ends with the tests. */
    public static synchronized RunningGateway generous() {
        if (generous == null) {
            generous = new RunningGateway();
        }
        generous.farSides.values().forEach(FarSideDouble::forget);
        generous.publishKeys(generous.realm);
        return generous;
    }

    private void publishKeys(Realm published) {
        farSide("keycloak")
                .answers((request, response) -> request.uri().endsWith("/certs")
                        ? response.header("Content-Type", "application/json").sendString(Mono.just(published.keys()))
                        : response.sendString(Mono.just("heard")));
    }

    public Realm realm() {
        return realm;
    }

    public FarSideDouble farSide(String name) {
        return Objects.requireNonNull(farSides.get(name), name);
    }

    public int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** @param headers names and values in turn */
    public Answer get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A command without a file. */
    public Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public String bearer(String subject) {
        return "Bearer " + realm.tokenOf(subject);
    }

    public HttpClient client() {
        return client;
    }

    /** The gateway itself stays: with it would go the event loops that all servers of this JVM share. */
    @Override
    public void close() {
        farSides.values().forEach(FarSideDouble::stop);
    }
}
