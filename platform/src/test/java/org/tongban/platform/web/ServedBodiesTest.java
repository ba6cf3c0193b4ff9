package org.tongban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A real Tomcat with four request threads, two of them for bodies and one for files. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ServedBodiesTest {
    private final List<Socket> sockets = new ArrayList<>();
    private ConfigurableApplicationContext context;
    private int port;

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        WebConfiguration.class,
        JacksonAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        MultipartAutoConfiguration.class
    })
    @Import(Things.class)
    static class Service {}

    @RestController
    static class Things {
        @GetMapping(value = "/things", produces = "text/plain;charset=UTF-8")
        String find(@RequestParam(defaultValue = "none") String q) {
            return "found " + q;
        }

        @PostMapping("/things")
        String take(@RequestBody String body) {
            return "taken " + body.length();
        }

        @PostMapping("/files")
        String keep(@RequestParam MultipartFile file) {
            return "kept " + file.getSize();
        }
    }

    @BeforeAll
    void start() {
        context = SpringApplication.run(
                Service.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--server.tomcat.threads.max=4",
                "--server.tomcat.threads.min-spare=4",
                "--spring.servlet.multipart.max-file-size=4KB",
                "--tongban.web.body-deadline=500ms",
                "--tongban.web.body-pause=1s",
                "--tongban.web.bodies-at-once=2",
                "--tongban.web.files-at-once=1");
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void aBodyThatCrawlsIsEndedAndItsRestIsNotRead() throws IOException {
        Socket socket = open(post("/things", "text/plain", 1000));

        await().until(() -> isAnswered(say(socket, " ")));

        assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("/problems/request-too-slow");
    }

    @Test
    void aBodyThatFallsSilentIsEnded() throws IOException {
        Socket socket = open(post("/things", "text/plain", 1000));

        assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("/problems/request-too-slow");
    }

    @Test
    void thoseWhoDripHoldAPartOfTheThreadsAndTheOthersAnswer() throws IOException {
        for (int at = 0; at < 8; at++) {
            open(post("/things", "text/plain", 1000));
        }

        assertThat(get("/things")).startsWith("HTTP/1.1 200").endsWith("found none");
        await().untilAsserted(() -> assertThat(said(post("/things", "text/plain", 2) + "ab"))
                .startsWith("HTTP/1.1 200")
                .endsWith("taken 2"));
    }

    @Test
    void filesThatComeSlowlyHoldOneThreadAndThenNone() throws IOException {
        Socket slow = open(post("/files", "multipart/form-data; boundary=x", 1000));
        String whole = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc\r\n--x--\r\n";
        String upload = post("/files", "multipart/form-data; boundary=x", whole.length()) + whole;

        await().untilAsserted(() ->
                assertThat(said(upload)).startsWith("HTTP/1.1 503").contains("/problems/busy"));
        assertThat(get("/things")).startsWith("HTTP/1.1 200");

        assertThat(answer(slow)).startsWith("HTTP/1.1 408").contains("/problems/request-too-slow");
        await().untilAsserted(() ->
                assertThat(said(upload)).startsWith("HTTP/1.1 200").endsWith("kept 3"));
    }

    @Test
    void whatTomcatCannotDecodeIsAProblemOfTheCaller() throws IOException {
        assertThat(get("/things?q=%ff")).startsWith("HTTP/1.1 400").contains("/problems/bad-input");
        assertThat(get("/things/%ff"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("/problems/bad-input")
                .doesNotContain("<html");
        assertThat(get("/things?q=%E9%A5%AD")).contains("found 饭");
    }

    @Test
    void whatNoAdviceSawIsAProblemToo() throws IOException {
        String answer = said("PROPFIND /error HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .contains("/problems/not-found")
                .contains("traceId");
    }

    @Test
    void theHeadOfAPartThatIsTooLongIsToldAsSuch() throws IOException {
        assertThat(uploaded("饭".repeat(1_000), "abc"))
                .startsWith("HTTP/1.1 422")
                .contains("/file")
                .contains("文件名");
        assertThat(uploaded("饭", "abc")).startsWith("HTTP/1.1 200").endsWith("kept 3");
    }

    @Test
    void aFileThatIsTooLargeIsToldItsLimit() throws IOException {
        assertThat(uploaded("a", "x".repeat(5_000))).startsWith("HTTP/1.1 413").contains("4096");
    }

    private String uploaded(String name, String content) throws IOException {
        String whole = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--x--\r\n";
        int length = whole.getBytes(StandardCharsets.UTF_8).length;
        return said(post("/files", "multipart/form-data; boundary=x", length) + whole);
    }

    private static String post(String path, String type, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private String get(String path) throws IOException {
        return said("GET " + path + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    }

    private String said(String request) throws IOException {
        try (Socket socket = open(request)) {
            return answer(socket);
        }
    }

    private Socket open(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(15_000);
        sockets.add(socket);
        return say(socket, request);
    }

    private static Socket say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        return socket.getInputStream().available() > 0;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
