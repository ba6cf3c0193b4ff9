package org.tongban.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tongban.local.kafka.KafkaPart;
import org.tongban.local.key.ClientSecrets;
import org.tongban.local.key.Keys;
import org.tongban.local.keycloak.KeycloakPart;
import org.tongban.local.part.Launch;
import org.tongban.local.part.LauncherLock;
import org.tongban.local.part.Part;
import org.tongban.local.part.Processes;
import org.tongban.local.part.Progress;
import org.tongban.local.part.Starter;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Instances;
import org.tongban.local.place.Place;
import org.tongban.local.place.PortOwner;
import org.tongban.local.place.Refused;
import org.tongban.local.sandbox.SandboxPart;
import org.tongban.local.seed.Seed;
import org.tongban.local.seed.Staff;
import org.tongban.local.service.ServicePart;
import org.tongban.local.service.Services;
import org.tongban.local.store.Store;
import org.tongban.local.watch.Restart;
import org.tongban.local.watch.Restarts;
import org.tongban.local.watch.Watcher;
import org.tongban.local.watch.WatcherPart;

/**
 * All parts of one stack. A test makes one of its own in a temporary folder, with ports where nobody listens:
 *
 * <pre>{@code
 * try (Stack stack = Stack.temporary(folder)) {
 *     stack.up(Progress.silent());
 *     stack.kill("tracking");
 *     stack.start("tracking");
 * }
 * }</pre>
 */
public final class Stack implements AutoCloseable {

    private final Place place;

    private final Processes processes;

    private final Restarts restarts;

    private final LauncherLock lock;

    private final Map<String, Part> parts = new LinkedHashMap<>();

    private Stack(Place place) {
        this.place = place;
        this.processes = new Processes(place);
        this.restarts = new Restarts(place);
        this.lock = new LauncherLock(place.lock());
        Stream.concat(
                        Stream.concat(
                                new Store(place).part().stream(),
                                Stream.of(new KafkaPart(place), new KeycloakPart(place), new SandboxPart(place))),
                        Services.of(place).stream())
                .forEach(part -> parts.put(part.name(), part));
    }

    /** The stack of that place, whether it runs or not. */
    public static Stack at(Place place) {
        return new Stack(place);
    }

    /** A new stack whose state lies in that folder; it ends with this JVM if nobody closes it before. */
    public static Stack temporary(Path folder) {
        return temporary(folder, Map.of());
    }

    /**
     * The same with settings, for example {@code TONGBAN_CRASH_APPLICATION=relay.after-send} or {@code
     * TONGBAN_INSTANCES=application=2,tracking=2}.
     */
    public static Stack temporary(Path folder, Map<String, String> settings) {
        Stack stack = new Stack(Place.temporary(folder, settings));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::killAll, "end the stack"));
        return stack;
    }

    /**
     * The same stack with other settings for what is started next, {@code TONGBAN_CRASH_TRACKING_2=inbox.after-apply} for
     * example.
     */
    public Stack with(Map<String, String> settings) {
        return new Stack(place.with(settings));
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    /** The one address of the whole product: {@code http://localhost:8080}. */
    public String base() {
        return place.base();
    }

    /** What drivers connect to. */
    public String mongodbUri() {
        return new Store(place).uri();
    }

    /** Where Kafka clients begin. */
    public String kafka() {
        return KafkaPart.bootstrap(place);
    }

    /** The names of its parts in the order of their start. */
    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /** Starts all that does not run and returns when everything serves. */
    public void up(Progress progress) {
        lock.alone(progress, () -> {
            new Instances(place).remember();
            start(progress, names());
        });
    }

    /** Starts these parts, and waits until they serve; parts they need are not started for them. */
    public void start(String... names) {
        start(Progress.silent(), List.of(names));
    }

    /** The same, telling how it goes. */
    public void start(Progress progress, List<String> names) {
        List<Part> wanted = names.stream().map(this::part).toList();
        lock.alone(progress, () -> {
            new Keys(place, Clock.system(ZoneId.of("Asia/Shanghai"))).make();
            new ClientSecrets(place).make();
            names.forEach(restarts::forget);
            try {
                new Starter(place, processes, progress).start(wanted);
            } finally {
                // what a person tried in vain is not tried on behind the person's back
                names.forEach(processes::forget);
            }
        });
    }

    /** Leaves a process behind that brings back what ends by itself, instead of the one that may be there. */
    public void watch(Progress progress) {
        lock.alone(progress, () -> {
            processes.stop(WatcherPart.NAME);
            processes.start(new WatcherPart(place), progress);
        });
    }

    /**
     * Loads who works in the departments, and the catalogue; of two launchers one after the other, for sign-on refuses the
     * same person twice at once.
     */
    public void seed(Progress progress) {
        new LauncherLock(place.seedLock()).alone(progress, () -> {
            ClientSecrets secrets = new ClientSecrets(place);
            secrets.make();
            new Staff(place.house(), place.address("keycloak"), secrets.of(Staff.client()), progress).load();
            new Seed(place.house(), base(), progress).load();
        });
    }

    /** The watching itself, for whoever wants to do it here. */
    public Watcher watcher(Clock clock, Progress progress) {
        return new Watcher(place, parts.values(), clock, progress);
    }

    /** The process that watches, if there is one. */
    public Optional<ProcessHandle> watching() {
        return processes.find(WatcherPart.NAME);
    }

    /** Whether this process is the watcher. */
    public boolean isWatchedByMe() {
        return processes.isMyself(WatcherPart.NAME);
    }

    /** How often a part was brought back since a person started it. */
    public Optional<Restart> restart(String name) {
        return restarts.of(part(name).name());
    }

    /** Whether a part ended without anybody's wish. */
    public boolean ended(String name) {
        return processes.ended(part(name).name());
    }

    /** Makes the next start of each service quicker, once for each build. */
    public void archive(Progress progress) {
        parts.values().stream()
                .filter(ServicePart.class::isInstance)
                .map(ServicePart.class::cast)
                .filter(service -> service.name().equals(service.service()) && !service.hasArchive())
                .filter(service -> ready(service.name()))
                .toList()
                .parallelStream()
                .forEach(service -> processes.find(service.name()).ifPresent(process -> {
                    service.archive(process);
                    progress.tell(service.name(), "wrote down its classes: the next start is quicker");
                }));
    }

    /** Kills a part with {@code -9}, and it stays away until it is started; false if it did not run. */
    public boolean kill(String name) {
        return processes.kill(part(name).name());
    }

    /** Asks a part to end, and waits. */
    public void stop(String name) {
        processes.stop(part(name).name());
    }

    /** Ends all parts: the services first, so that they can still write and send what they hold. */
    public void down(Progress progress) {
        lock.alone(progress, () -> {
            processes.stop(WatcherPart.NAME);
            stop(running(part -> part instanceof ServicePart), progress);
            stop(running(part -> !(part instanceof ServicePart)), progress);
            names().forEach(name -> {
                processes.forget(name);
                restarts.forget(name);
            });
            new Instances(place).forget();
        });
    }

    /** The process of a part, if it runs. */
    public Optional<ProcessHandle> process(String name) {
        return processes.find(part(name).name());
    }

    /** Whether a part serves now. */
    public boolean ready(String name) {
        return process(name)
                .filter(process -> part(name).ready() && !PortOwner.isForeign(port(name), process.pid()))
                .isPresent();
    }

    /** The main port of a part. */
    public int port(String name) {
        return place.ports().of(part(name).ports().get(0));
    }

    /** The part of that name. */
    public Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new Refused("There is no part \"" + name + "\"; there are " + String.join(", ", names()) + ".");
        }
        return part;
    }

    /**
     * Runs a service once with an argument instead of serving, {@code runOnce("tracking", "restore")}, and waits for its
     * end; what it says goes to its log.
     *
     * @return its exit code
     * @throws Refused if it runs, in whichever instance
     */
    public int runOnce(String name, String... arguments) {
        if (!(part(name) instanceof ServicePart service)) {
            throw new Refused(name + " is not a service.");
        }
        new Instances(place)
                .of(service.service()).stream()
                        .filter(each -> process(each).isPresent())
                        .forEach(each -> {
                            throw new Refused(each + " runs: end it first with ./tongban kill " + each + ".");
                        });
        service.prepare(Progress.silent());
        Launch launch = service.launch(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Folders.madeFor(place.log(name)).toFile()));
        builder.environment().putAll(launch.environment());
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new Refused(name + " cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The command was interrupted.", e);
        }
    }

    @Override
    public void close() {
        down(Progress.silent());
    }

    private List<String> running(Predicate<Part> kind) {
        return parts.values().stream()
                .filter(kind)
                .map(Part::name)
                .filter(name -> processes.find(name).isPresent())
                .toList();
    }

    private void stop(List<String> names, Progress progress) {
        names.parallelStream().forEach(name -> {
            processes.stop(name);
            progress.tell(name, "stopped");
        });
    }

    private void killAll() {
        processes.kill(WatcherPart.NAME);
        names().forEach(processes::kill);
    }
}
