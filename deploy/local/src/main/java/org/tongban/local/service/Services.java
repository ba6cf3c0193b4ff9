package org.tongban.local.service;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.local.place.Instances;
import org.tongban.local.place.Place;

/** The programs of the house itself. */
public final class Services {

    static final String GATEWAY = "gateway";

    /** A service makes its indexes and reads its topics at the start; the gateway needs nobody to begin with. */
    private static final List<String> NEEDED = List.of("store", "kafka");

    private static final List<String> SERVICES =
            List.of("identity", "catalog", "application", "tracking", "notification");

    private Services() {}

    /** The services, each in as many instances as are asked for, then the gateway. */
    public static List<ServicePart> of(Place place) {
        Instances instances = new Instances(place);
        ServiceEnvironment environment = new ServiceEnvironment(place, instances);
        Stream<ServicePart> services = SERVICES.stream()
                .map(service -> new Module(service, service + "-service", NEEDED))
                .flatMap(module -> instances.of(module.service()).stream()
                        .map(name -> new ServicePart(place, name, module, environment)));
        Module gateway = new Module(GATEWAY, GATEWAY, List.of());
        return Stream.concat(services, Stream.of(new ServicePart(place, GATEWAY, gateway, environment)))
                .toList();
    }
}
