package org.tongban.application.catalog;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.application.RunningService;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.problem.FarSideDown;

final class DocumentKindsTest extends RunningService {
    private static final String PATH = "/api/catalog/document-kinds";

    @Autowired
    private FarSides farSides;

    @BeforeEach
    void twoPages() {
        CATALOG.resetAll();
        CATALOG.stubFor(WireMock.get(urlPathEqualTo(PATH))
                .withQueryParam("cursor", absent())
                .willReturn(okJson("{\"items\": [{\"key\": \"id-card\", \"name\": \"居民身份证\"}], \"next\": \"p+2=\"}")));
        CATALOG.stubFor(WireMock.get(urlPathEqualTo(PATH))
                .withQueryParam("cursor", equalTo("p+2="))
                .willReturn(okJson("{\"items\": [{\"key\": \"business-licence\"}], \"next\": null}")));
    }

    @Test
    void theyAreReadPageByPageAndKeptForTenMinutes() {
        DocumentKinds kinds = kinds();

        assertThat(kinds.isKnown("id-card")).isTrue();
        assertThat(kinds.isKnown("business-licence")).isTrue();
        assertThat(kinds.isKnown("dragon-licence")).isFalse();
        CATALOG.verify(2, getRequestedFor(urlPathEqualTo(PATH)));

        clock.tick(Duration.ofMinutes(10));
        assertThat(kinds.isKnown("id-card")).isTrue();
        CATALOG.verify(4, getRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void whatIsKnownStaysKnownWhileTheCatalogueIsAway() {
        DocumentKinds kinds = kinds();
        assertThat(kinds.isKnown("id-card")).isTrue();

        theCatalogueIsDown();
        clock.tick(Duration.ofHours(5));

        assertThat(kinds.isKnown("id-card")).isTrue();
    }

    @Test
    void aCatalogueThatNeverAnsweredOrAnswersNonsenseIsTold() {
        CATALOG.resetAll();
        assertThatThrownBy(() -> kinds().isKnown("id-card")).isInstanceOf(FarSideDown.class);

        CATALOG.stubFor(
                WireMock.get(urlPathEqualTo(PATH)).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThatThrownBy(() -> kinds().isKnown("id-card")).isInstanceOf(FarSideDown.class);

        CATALOG.stubFor(WireMock.get(urlPathEqualTo(PATH)).willReturn(okJson("[1")));
        assertThatThrownBy(() -> kinds().isKnown("id-card")).isInstanceOf(FarSideDown.class);
    }

    @Test
    void readsWhatItDoesNotKnow() {
        CATALOG.resetAll();
        CATALOG.stubFor(WireMock.get(urlPathEqualTo(PATH))
                .willReturn(okJson(
                        "{\"items\": [null, {}, {\"key\": \"id-card\", \"grade\": {\"new\": 1}}], \"more\": true}")));

        assertThat(kinds().isKnown("id-card")).isTrue();
    }

    @Test
    void whatHasBecomeOfItemsIsReadThoughTheCatalogueIsNewer() {
        CATALOG.resetAll();
        CATALOG.stubFor(WireMock.get(urlPathMatching("/api/catalog/lists/.*/standing"))
                .willReturn(
                        okJson("{\"items\": [null, {}, {\"item\": \"a\"}, {\"item\": \"b\", \"standing\": \"CURRENT\"},"
                                + " {\"item\": \"c\", \"name\": \"C\", \"standing\": \"MERGED\", \"text\": \"t\"}]}")));

        assertThat(new Notices(farSides.open("catalog"), clock).of("L-511602-20261122-7KQ2M9XT", Locale.ENGLISH))
                .containsExactly(new Notice("c", "C", "MERGED", null, null, "t"));
    }

    private DocumentKinds kinds() {
        return new DocumentKinds(farSides.open("catalog"), clock);
    }
}
