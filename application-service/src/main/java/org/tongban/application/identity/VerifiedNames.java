package org.tongban.application.identity;

import org.springframework.web.client.RestClient;
import org.tongban.platform.farside.FarSides.FarSide;
import org.tongban.platform.problem.FarSideDown;

/** Asks identity-service for one person's verified name, each time anew: nothing of it is kept here. */
public final class VerifiedNames {
    private final FarSide identity;

    VerifiedNames(FarSide identity) {
        this.identity = identity;
    }

    /**
     * @param owner a person's opaque id
     * @throws FarSideDown when identity-service does not say
     */
    public VerifiedName of(String owner) {
        return identity.call(client -> ask(client, owner));
    }

    private static VerifiedName ask(RestClient client, String owner) {
        return client.get().uri("/internal/people/{id}/name", owner).exchange((request, response) -> {
            VerifiedName name = response.getStatusCode().is2xxSuccessful() ? response.bodyTo(VerifiedName.class) : null;
            if (name == null) {
                throw new FarSideDown("identity");
            }
            return name;
        });
    }
}
