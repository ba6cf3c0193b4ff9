package org.tongban.local.sandbox;

import java.util.List;
import java.util.Map;
import org.tongban.local.part.Java;
import org.tongban.local.part.JvmSettings;
import org.tongban.local.part.Launch;
import org.tongban.local.part.Look;
import org.tongban.local.part.Part;
import org.tongban.local.place.ClassPaths;
import org.tongban.local.place.Place;

/** Stand-ins of outside systems: real-name registry, SMS, payment, courier. */
public final class SandboxPart implements Part {

    private final Place place;

    public SandboxPart(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public List<String> ports() {
        return List.of("sandbox");
    }

    @Override
    public Launch launch() {
        return new Launch(
                Java.command(
                        List.of(
                                new JvmSettings(place).heap(name(), "96m"),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1"),
                        new ClassPaths(place).parts(),
                        "org.tongban.sandbox.SandboxServer",
                        String.valueOf(place.ports().of("sandbox"))),
                Map.of(),
                place.home());
    }

    @Override
    public boolean ready() {
        return Look.answers(place.address("sandbox") + "/__admin/health");
    }
}
