package org.tongban.local.service;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.local.place.Place;

/** The programs of the house itself. */
public final class Services {

    static final String GATEWAY = "gateway";

    /** A service makes its indexes and reads its topics at the start; the gateway needs nobody to begin with. */
    private static final List<String> NEEDED = List.of("store", "kafka");

    private static final List<String> SERVICES =
            List.of("identity", "catalog", "application", "tracking", "notification");

    private Services() {}

    /** The services, then the gateway. */
    public static List<ServicePart> of(Place place) {
        ServiceEnvironment environment = new ServiceEnvironment(place);
        Stream<ServicePart> services =
                SERVICES.stream().map(name -> new ServicePart(place, name, name + "-service", NEEDED, environment));
        return Stream.concat(services, Stream.of(new ServicePart(place, GATEWAY, GATEWAY, List.of(), environment)))
                .toList();
    }
}
