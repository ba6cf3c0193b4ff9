package org.tongban.local.service;

import java.util.Map;
import java.util.TreeMap;
import org.tongban.local.kafka.KafkaPart;
import org.tongban.local.key.ClientSecrets;
import org.tongban.local.keycloak.KeycloakPart;
import org.tongban.local.place.Instances;
import org.tongban.local.place.Place;
import org.tongban.local.store.Store;

/** What every service is told through its environment; a service of several instances has a list of addresses. */
final class ServiceEnvironment {

    /** Whose tokens count: those of a larger house, and the sample of another system. */
    private static final String CLIENTS =
            "portal,identity-service,catalog-service,application-service,tracking-service,"
                    + "notification-service,gov-sample";

    private final Place place;

    private final Instances instances;

    ServiceEnvironment(Place place, Instances instances) {
        this.place = place;
        this.instances = instances;
    }

    Map<String, String> of(String part, String service) {
        Map<String, String> told = new TreeMap<>();
        told.put("SERVER_PORT", String.valueOf(place.ports().of(part)));
        told.put("SERVER_ADDRESS", "127.0.0.1");
        told.put("TONGBAN_MONGODB_URI", new Store(place).uri());
        told.put("TONGBAN_KAFKA", KafkaPart.bootstrap(place));
        told.put("TONGBAN_ISSUER", place.base() + "/auth/realms/tongban");
        told.put("TONGBAN_JWKS", KeycloakPart.protocol(place) + "/certs");
        told.put("TONGBAN_TOKEN_URI", KeycloakPart.protocol(place) + "/token");
        told.put("TONGBAN_KEYS", place.keys().toString());
        told.put("TONGBAN_PUBLIC_BASE", place.base());
        told.put("TONGBAN_IDENTITY_URL", instances.addresses("identity"));
        told.put("TONGBAN_CATALOG_URL", instances.addresses("catalog"));
        told.put("TONGBAN_APPLICATION_URL", instances.addresses("application"));
        told.put("TONGBAN_TRACKING_URL", instances.addresses("tracking"));
        told.put("TONGBAN_NOTIFICATION_URL", instances.addresses("notification"));
        told.put("TONGBAN_KEYCLOAK_URL", place.address("keycloak"));
        told.put("TONGBAN_SANDBOX_URL", place.address("sandbox"));
        told.put("TONGBAN_CLIENTS", CLIENTS);
        place.setting("TONGBAN_CLOCK_OFFSET").ifPresent(offset -> told.put("TONGBAN_CLOCK_OFFSET", offset));
        if (!service.equals(Services.GATEWAY)) {
            told.put("TONGBAN_CLIENT_SECRET", new ClientSecrets(place).of(service + "-service"));
        }
        return told;
    }
}
