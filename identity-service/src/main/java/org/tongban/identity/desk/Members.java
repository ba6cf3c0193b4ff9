package org.tongban.identity.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.tongban.platform.farside.FarSides.FarSide;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.security.Role;

/** The people of the realm with a role, as Keycloak's admin API lists them. */
final class Members {
    private static final Logger log = LoggerFactory.getLogger(Members.class);
    private static final String NAME = "sign-on";
    private static final int PAGE = 100;

    /** More than any province has; beyond it somebody has given the role to everybody. */
    private static final int MOST = 20_000;

    private static final Pattern DIVISION = Pattern.compile("\\d{6}");

    private final FarSide keycloak;
    private final String realm;
    private final Role role;

    /** @param realm the path of the realm's admin API, {@code /auth/admin/realms/tongban} */
    Members(FarSide keycloak, String realm, Role role) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.role = role;
    }

    record Member(
            @Nullable String id,
            @Nullable String username,
            @Nullable Boolean enabled,
            @Nullable Map<String, List<String>> attributes) {
        Optional<Desk> desk() {
            String department = attribute("department");
            String division = attribute("division");
            if (!Boolean.TRUE.equals(enabled) || department == null || division == null) {
                return Optional.empty();
            }
            return Optional.of(new Desk(department, division))
                    .filter(desk -> DIVISION.matcher(desk.division()).matches());
        }

        Optional<Head> head() {
            if (id == null || username == null) {
                return Optional.empty();
            }
            String name = username.toLowerCase(Locale.ROOT);
            return desk().map(desk -> new Head(id, name, desk));
        }

        private @Nullable String attribute(String name) {
            List<String> values = attributes == null ? null : attributes.get(name);
            return values == null || values.isEmpty() ? null : values.get(0);
        }
    }

    /**
     * @param kept what is kept of each; those of whom it is nothing are left out
     * @throws FarSideDown when Keycloak does not list them all, in time
     */
    <T> Set<T> all(Function<Member, Optional<T>> kept) {
        Set<T> all = new HashSet<>();
        List<Member> page = List.of();
        int first = 0;
        do {
            int from = first;
            page = keycloak.call(client -> members(client, from));
            page.forEach(member -> kept.apply(member).ifPresent(all::add));
            first += PAGE;
        } while (page.size() == PAGE && first < MOST);
        return all;
    }

    private List<Member> members(RestClient client, int first) {
        return client.get()
                .uri(uri -> uri.path(realm + "/roles/" + role.claim() + "/users")
                        .queryParam("first", first)
                        .queryParam("max", PAGE)
                        .queryParam("briefRepresentation", false)
                        .build())
                .exchange((request, response) -> {
                    if (response.getStatusCode().isSameCodeAs(HttpStatus.FORBIDDEN)) {
                        log.error("this service may not list the realm's staff: its service account needs the roles"
                                + " view-users, query-users and view-realm of realm-management");
                    }
                    Member[] members =
                            response.getStatusCode().is2xxSuccessful() ? response.bodyTo(Member[].class) : null;
                    if (members == null) {
                        throw new FarSideDown(NAME);
                    }
                    return new ArrayList<>(List.of(members));
                });
    }
}
