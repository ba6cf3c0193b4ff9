package org.tongban.platform.farside;

import java.net.http.HttpClient;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.tongban.platform.json.Json;

/** HTTP clients that wait for nobody for ever and read leniently. */
final class Clients {
    private final FarSideProperties properties;

    Clients(FarSideProperties properties) {
        this.properties = properties;
    }

    RestClient.Builder builder() {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.connectTimeout())
                .build());
        requests.setReadTimeout(properties.readTimeout());
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .withJsonConverter(new JacksonJsonHttpMessageConverter(Json.lenient())));
    }

    /** Answers with 4xx are the caller's to read. */
    RestClient.Builder builder(String baseUrl) {
        return builder()
                .baseUrl(baseUrl)
                .defaultStatusHandler(HttpStatusCode::is4xxClientError, (request, response) -> {});
    }
}
