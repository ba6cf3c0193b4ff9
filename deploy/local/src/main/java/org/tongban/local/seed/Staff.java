package org.tongban.local.seed;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tongban.local.http.Answer;
import org.tongban.local.http.Conversation;
import org.tongban.local.part.Progress;

/**
 * Brings a reviewer and a head for each department of the guides into the realm, so that every case lies on somebody's
 * desk; whoever is there already stays as they are.
 */
public final class Staff {

    private static final String CLIENT = "launcher";

    /** At the server itself: the gateway lets nobody through to it. */
    private static final String IMPORT = "/auth/admin/realms/tongban/partialImport";

    /** Each password is hashed: a call with more would take its time on a slow machine. */
    private static final int AT_ONCE = 10;

    private static final int OK = 200;

    /** What sign-on says of a client that its realm does not have. */
    private static final int UNKNOWN_CLIENT = 401;

    private final Path data;

    private final Conversation signOn;

    private final String secret;

    private final Progress progress;

    private final Repetition repetition;

    /**
     * @param signOn Keycloak itself
     * @param secret of the launcher's own client
     */
    public Staff(Path house, String signOn, String secret, Progress progress) {
        this(house.resolve("deploy/data"), signOn, secret, progress, Repetition.Rest.sleeping());
    }

    Staff(Path data, String signOn, String secret, Progress progress, Repetition.Rest rest) {
        this.data = data;
        this.signOn = Conversation.with(signOn);
        this.secret = secret;
        this.progress = progress;
        this.repetition = new Repetition("staff", rest, progress);
    }

    /** The client whose secret it wants. */
    public static String client() {
        return CLIENT;
    }

    /** Adds who is missing, and tells how many; a second time changes nothing. */
    public void load() {
        List<Map<String, Object>> people = Offices.in(data).stream()
                .flatMap(office -> office.people().stream())
                .toList();
        int added = 0;
        for (int from = 0; from < people.size(); from += AT_ONCE) {
            List<Map<String, Object>> some = people.subList(from, Math.min(people.size(), from + AT_ONCE));
            Answer answer = as(admin -> admin.post(IMPORT, Map.of("ifResourceExists", "SKIP", "users", some)));
            if (answer.status() == UNKNOWN_CLIENT) {
                progress.tell(
                        "staff", "this stack's sign-on was made before it had them: ./tongban reset makes it anew");
                return;
            }
            added += answer.expect(OK).json().path("added").asInt();
        }
        progress.tell("staff", people.size() + " people of the departments, " + added + " of them new");
    }

    /** Signs in for each call anew: a long series of tries outlives a token. */
    private Answer as(Function<Conversation, Answer> call) {
        return repetition.of(() -> {
            Answer signedIn = signOn.signInAsClient(CLIENT, secret);
            return signedIn.status() == OK ? call.apply(signOn.signedIn(signedIn)) : signedIn;
        });
    }
}
