package org.tongban.local.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.local.http.Conversation;
import org.tongban.local.part.Progress;

/** Brings {@code deploy/data} into the catalogue, through the gateway, as {@code editor1}; a second time changes nothing. */
public final class Seed {

    /** In this order: a hall stands in a division, a bundle names document kinds. */
    private static final List<String> REFERENCE =
            List.of("divisions", "document-kinds", "halls", "bundles", "exclusions", "wording");

    /** What there is in one division, with a guide or without. */
    private static final String DIRECTORY = "catalog-guangan-511602.json";

    /** Well below the gateway's limit of 1 MiB, and small enough to be imported long before it gives up waiting. */
    private static final int BATCH_BYTES = 200_000;

    private final Path data;

    private final Conversation anybody;

    private final Progress progress;

    public Seed(Path house, String base, Progress progress) {
        this.data = house.resolve("deploy/data");
        this.anybody = Conversation.with(base);
        this.progress = progress;
    }

    /** Loads all of it and tells what changed. */
    public void load() {
        Conversation editor = anybody.as("editor1");
        for (String name : REFERENCE) {
            editor.putText("/api/catalog/reference/" + name, read(data.resolve(name + ".json")))
                    .expect(200, 201, 204);
        }
        Tally tally = new Tally();
        for (String batch : Batches.of(items(), BATCH_BYTES)) {
            tally.add(editor.postText("/api/catalog/imports", batch)
                    .expect(200, 201)
                    .json());
        }
        editor.putText("/api/catalog/directory", read(data.resolve(DIRECTORY))).expect(200);
        progress.tell("catalogue", tally.toString());
    }

    private List<String> items() {
        try (Stream<Path> files = Files.list(data.resolve("items"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Seed::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
