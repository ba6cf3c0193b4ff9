package org.tongban.tracking.reconciliation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.reconciliation.Positions;

/** Another service's positions, asked for as this service. */
final class FarSide implements Side {
    private final String name;
    private final FarSides.FarSide far;

    FarSide(String name, FarSides farSides) {
        this.name = name;
        this.far = farSides.asSystem(name);
    }

    @Override
    public Positions.Page after(@Nullable String cursor) {
        ResponseEntity<Positions.Page> answer = far.call(client -> client.get()
                .uri(uri -> {
                    uri.path("/internal/positions");
                    return cursor == null
                            ? uri.build()
                            : uri.queryParam("after", "{after}").build(cursor);
                })
                .retrieve()
                .toEntity(Positions.Page.class));
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new FarSideDown(
                    name,
                    new IllegalStateException(name + " answers "
                            + answer.getStatusCode().value() + " to the question for its positions"));
        }
        Positions.Page page = answer.getBody();
        if (page == null || page.items() == null) {
            throw new FarSideDown(name, new IllegalStateException(name + " answers no page of positions"));
        }
        return page;
    }
}
