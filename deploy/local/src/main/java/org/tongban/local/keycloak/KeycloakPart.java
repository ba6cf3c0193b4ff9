package org.tongban.local.keycloak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.local.key.ClientSecrets;
import org.tongban.local.part.JvmSettings;
import org.tongban.local.part.Launch;
import org.tongban.local.part.Look;
import org.tongban.local.part.Part;
import org.tongban.local.part.Progress;
import org.tongban.local.place.Place;

/** A real Keycloak with the realm of {@code deploy/keycloak}, which follows its files from one start to the next. */
public final class KeycloakPart implements Part {

    private final Place place;

    private final Distribution distribution;

    private final KeycloakHome home;

    private final RealmMark mark;

    private final RealmData data;

    public KeycloakPart(Place place) {
        this.place = place;
        this.distribution = new Distribution(place);
        this.home = new KeycloakHome(place.state("keycloak"), distribution.unpacked());
        this.mark = new RealmMark(home);
        this.data = new RealmData(home, new H2Lookup(distribution.unpacked()), mark);
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

    @Override
    public void prepare(Progress progress) {
        distribution.make(progress);
        home.made();
        data.prepare(distribution.database(), realm());
        if (!mark.isThere()) {
            progress.tell("keycloak", "has a realm from before; it is brought up to date once it serves");
            new OneTimeAdmin(home, place.log(name())).make(environment());
        }
    }

    private RealmFile realm() {
        return RealmFile.of(place.house().resolve("deploy/keycloak"));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(new ClientSecrets(place).environment());
        environment.put("TONGBAN_PUBLIC_BASE", place.base());
        return environment;
    }

    /** Keycloak itself fills the places that the realm file leaves open, from its environment. */
    @Override
    public Launch launch() {
        List<String> options = new ArrayList<>(distribution.options());
        // the later of two counts
        options.add(new JvmSettings(place).heap(name(), "512m"));
        return new Launch(
                home.start(
                        options,
                        place.base(),
                        place.ports().of("keycloak"),
                        place.ports().of("keycloak-management")),
                environment(),
                home.folder());
    }

    /** It says so itself, and has our realm. */
    @Override
    public boolean ready() {
        return Look.answers(place.address("keycloak-management") + "/auth/health/ready")
                && Look.answers(place.address("keycloak") + "/auth/realms/tongban");
    }

    @Override
    public void started() {
        data.imported();
        RealmFile realm = realm();
        if (mark.says(realm)) {
            return;
        }
        boolean isFromBefore = !mark.isThere();
        RealmAdmin admin = RealmAdmin.of(place, isFromBefore ? "master" : "tongban");
        new RealmUpdate(admin, realm.filled(environment())).run();
        if (isFromBefore) {
            OneTimeAdmin.remove(admin);
        }
        mark.set(realm);
    }
}
