package org.tongban.identity.desk;

import java.util.Set;
import org.tongban.platform.farside.FarSides.FarSide;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.security.Role;

/** The people of the realm with the role reviewer; only where they work is kept. */
final class Reviewers {
    private final Members members;

    /** @param realm the path of the realm's admin API, {@code /auth/admin/realms/tongban} */
    Reviewers(FarSide keycloak, String realm) {
        members = new Members(keycloak, realm, Role.REVIEWER);
    }

    /** @throws FarSideDown when Keycloak does not list them all, in time */
    Set<Desk> desks() {
        return members.all(Members.Member::desk);
    }
}
