package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Somebody who watches a code live (server-sent events). */
final class Viewer implements AutoCloseable {
    private final BufferedReader lines;

    private Viewer(BufferedReader lines) {
        this.lines = lines;
    }

    /** @param base of the gateway, or of one instance of tracking-service */
    static Viewer of(String base, String code) throws IOException, InterruptedException {
        HttpResponse<java.io.InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + "/api/tracking/" + code + "/stream"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Viewer(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }

    /** The numbers of the next entries, in the order in which they came. */
    List<Integer> next(int entries) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        while (numbers.size() < entries) {
            String line = lines.readLine();
            if (line == null) {
                return numbers;
            }
            if (line.startsWith("id:")) {
                numbers.add(Integer.parseInt(line.substring(3).strip()));
            }
        }
        return numbers;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
