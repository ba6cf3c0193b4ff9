package org.tongban.local.service;

import java.util.ArrayList;
import java.util.List;
import org.tongban.local.part.Java;
import org.tongban.local.part.JvmSettings;
import org.tongban.local.part.Launch;
import org.tongban.local.part.Look;
import org.tongban.local.part.Part;
import org.tongban.local.part.Progress;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;

/** The gateway or one of the services, run from its jar. */
public final class ServicePart implements Part {

    private static final List<String> OPTIONS =
            List.of("-Xss512k", "-Dfile.encoding=UTF-8", "-Dspring.jmx.enabled=false");

    private static final String HEAP = "256m";

    private final Place place;

    private final String name;

    private final String service;

    private final List<String> after;

    private final ExtractedJar jar;

    private final ServiceEnvironment environment;

    ServicePart(Place place, String name, Module module, ServiceEnvironment environment) {
        this.place = place;
        this.name = name;
        this.service = module.service();
        this.after = module.after();
        this.jar = new ExtractedJar(place, module.name());
        this.environment = environment;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> ports() {
        return List.of(name);
    }

    @Override
    public List<String> after() {
        return after;
    }

    @Override
    public void prepare(Progress progress) {
        jar.make();
    }

    @Override
    public Launch launch() {
        return launch(List.of());
    }

    /** The same program with arguments, for what it does once and then ends. */
    public Launch launch(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Java.executable());
        command.addAll(new JvmSettings(place).all(name, HEAP));
        command.addAll(OPTIONS);
        command.addAll(jar.options());
        // what a killed one has left there may be somebody's papers
        command.add("-Djava.io.tmpdir=" + Folders.emptied(place.scratch(name)));
        place.setting(Place.variable("TONGBAN_CRASH", name))
                .ifPresent(point -> command.add("-Dtongban.crash=" + point));
        command.add("-jar");
        command.add(jar.program().toString());
        command.addAll(arguments);
        return new Launch(command, environment.of(name, service), place.home());
    }

    /** The service it is an instance of: {@code application} of {@code application-2}. */
    public String service() {
        return service;
    }

    /** Whether the next start will be as quick as it can be. */
    public boolean hasArchive() {
        return jar.hasArchive();
    }

    /** Makes the next start quicker, by what the running service knows; it pauses for some seconds. */
    public void archive(ProcessHandle running) {
        jar.archive(running);
    }

    @Override
    public boolean ready() {
        return Look.answers(place.address(name) + "/actuator/health/readiness");
    }
}
