package org.tongban.tracking.reconciliation;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.reconciliation.Settlement;

/** Another service as a listener, asked as this service. */
final class FarSettler implements Forgetting.Settler {
    private final String name;
    private final FarSides.FarSide far;

    FarSettler(String name, FarSides farSides) {
        this.name = name;
        this.far = farSides.asSystem(name);
    }

    @Override
    public boolean settle(String code, Settlement.Wanted wanted) {
        ResponseEntity<Settlement.Done> answer = far.call(client -> client.post()
                .uri("/internal/positions/{code}/settled", code)
                .contentType(MediaType.APPLICATION_JSON)
                .body(wanted)
                .retrieve()
                .toEntity(Settlement.Done.class));
        Settlement.Done done = answer.getBody();
        if (!answer.getStatusCode().is2xxSuccessful() || done == null) {
            throw new FarSideDown(name);
        }
        return done.changed();
    }
}
