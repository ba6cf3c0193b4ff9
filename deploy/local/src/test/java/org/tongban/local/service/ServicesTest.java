package org.tongban.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.key.ClientSecrets;
import org.tongban.local.place.Instances;
import org.tongban.local.place.Place;

final class ServicesTest {
    @TempDir
    private Path home;

    @Test
    void everyInstanceIsAPartWithAPortOfItsOwnAndAllKnowAllOfThem() {
        Place place = Place.temporary(home, Map.of("TONGBAN_INSTANCES", "application=2,tracking=2,catalog=2"));
        new ClientSecrets(place).make();
        ServiceEnvironment environment = new ServiceEnvironment(place, new Instances(place));

        assertThat(Services.of(place))
                .extracting(ServicePart::name)
                .containsExactly(
                        "identity",
                        "catalog",
                        "catalog-2",
                        "application",
                        "application-2",
                        "tracking",
                        "tracking-2",
                        "notification",
                        "gateway");
        assertThat(environment.of("application-2", "application"))
                .containsEntry("SERVER_PORT", String.valueOf(place.ports().of("application-2")))
                .containsEntry("TONGBAN_CLIENT_SECRET", new ClientSecrets(place).of("application-service"))
                .containsEntry("TONGBAN_TRACKING_URL", place.address("tracking") + "," + place.address("tracking-2"))
                .containsEntry("TONGBAN_NOTIFICATION_URL", place.address("notification"));
    }
}
