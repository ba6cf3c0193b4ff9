package org.tongban.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.local.key.ClientSecrets;
import org.tongban.local.part.JvmSettings;
import org.tongban.local.part.Launch;
import org.tongban.local.part.Look;
import org.tongban.local.part.Part;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;

/** A real Keycloak with the realm of {@code deploy/keycloak}. */
public final class KeycloakPart implements Part {

    private final Place place;

    private final Distribution distribution;

    private final KeycloakHome home;

    private final Path imported;

    public KeycloakPart(Place place) {
        this.place = place;
        this.distribution = new Distribution(place);
        this.home = new KeycloakHome(place.state("keycloak"), distribution.unpacked());
        this.imported = place.state("keycloak").resolve("imported");
    }

    /** The OpenID Connect address of the realm, at Keycloak itself. */
    public static String protocol(Place place) {
        return place.address("keycloak") + "/auth/realms/tongban/protocol/openid-connect";
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public List<String> ports() {
        return List.of("keycloak", "keycloak-management");
    }

    /** An import that never came to its end has served nobody: it begins anew. */
    @Override
    public void prepare() {
        distribution.make();
        home.made();
        if (Files.exists(imported)) {
            return;
        }
        Folders.remove(home.data());
        Path realm = place.house().resolve("deploy/keycloak/tongban-realm.json");
        try {
            Folders.made(home.data().resolve("import"));
            Files.copy(realm, home.data().resolve("import/tongban-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(distribution.database(), home.database());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keycloak itself fills the places that the realm file leaves open, from its environment. */
    @Override
    public Launch launch() {
        Map<String, String> environment = new HashMap<>(new ClientSecrets(place).environment());
        environment.put("TONGBAN_PUBLIC_BASE", place.base());
        List<String> options = new ArrayList<>(distribution.options());
        // the later of two counts
        options.add(new JvmSettings(place).heap(name(), "512m"));
        return new Launch(
                home.start(
                        options,
                        place.base(),
                        place.ports().of("keycloak"),
                        place.ports().of("keycloak-management")),
                environment,
                home.folder());
    }

    @Override
    public boolean ready() {
        return Look.answers(place.address("keycloak-management") + "/auth/health/ready");
    }

    @Override
    public void started() {
        try {
            if (!Files.exists(imported)) {
                Files.createFile(imported);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
