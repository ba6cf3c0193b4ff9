package org.tongban.local.service;

import java.util.Map;
import java.util.TreeMap;
import org.tongban.local.kafka.KafkaPart;
import org.tongban.local.key.ClientSecrets;
import org.tongban.local.keycloak.KeycloakPart;
import org.tongban.local.place.Place;
import org.tongban.local.store.Store;

/** What every service is told through its environment. */
final class ServiceEnvironment {

    private final Place place;

    ServiceEnvironment(Place place) {
        this.place = place;
    }

    Map<String, String> of(String part) {
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
        told.put("TONGBAN_IDENTITY_URL", place.address("identity"));
        told.put("TONGBAN_CATALOG_URL", place.address("catalog"));
        told.put("TONGBAN_APPLICATION_URL", place.address("application"));
        told.put("TONGBAN_TRACKING_URL", place.address("tracking"));
        told.put("TONGBAN_NOTIFICATION_URL", place.address("notification"));
        told.put("TONGBAN_KEYCLOAK_URL", place.address("keycloak"));
        told.put("TONGBAN_SANDBOX_URL", place.address("sandbox"));
        if (!part.equals(Services.GATEWAY)) {
            told.put("TONGBAN_CLIENT_SECRET", new ClientSecrets(place).of(part + "-service"));
        }
        return told;
    }
}
