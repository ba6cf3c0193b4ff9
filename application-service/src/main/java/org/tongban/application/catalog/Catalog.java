package org.tongban.application.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.tongban.platform.farside.FarSides.FarSide;
import org.tongban.platform.problem.FarSideDown;

/** Reads lists from the catalogue's published pages. */
public final class Catalog {
    private static final Logger log = LoggerFactory.getLogger(Catalog.class);
    private static final Pattern LIST_NO = Pattern.compile("L-\\d{6}-\\d{8}-[0-9A-Z]{8}(?:[0-9A-Z]{4})?");

    private final FarSide catalog;

    public Catalog(FarSide catalog) {
        this.catalog = catalog;
    }

    /**
     * The JSON of a list exactly as the catalogue gave it.
     *
     * @return empty when there is no such list
     * @throws FarSideDown when the catalogue does not answer, or answers what its own digest does not fit
     */
    public Optional<String> list(String listNo) {
        if (!LIST_NO.matcher(listNo).matches()) {
            return Optional.empty();
        }
        Optional<String> json = catalog.call(client -> get(client, listNo));
        if (json.isPresent() && !SignedList.isWhole(json.get())) {
            log.error("the list {} does not fit its digest: look at the catalogue and what is in between", listNo);
            throw new FarSideDown("catalog");
        }
        return json;
    }

    private static Optional<String> get(RestClient client, String listNo) {
        return client.get().uri("/api/catalog/lists/{listNo}", listNo).exchange((request, response) -> {
            return switch (response.getStatusCode().value()) {
                case 200 -> Optional.of(new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
                case 404 -> Optional.empty();
                default -> throw new FarSideDown("catalog");
            };
        });
    }
}
