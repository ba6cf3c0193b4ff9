package org.tongban.local.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.local.http.Answer;
import org.tongban.local.http.Conversation;
import org.tongban.local.part.Progress;

/** Brings {@code deploy/data} into the catalogue, through the gateway, as {@code editor1}; a second time changes nothing. */
public final class Seed {

    /** In this order: a hall stands in a division, a bundle names document kinds. */
    private static final List<String> REFERENCE =
            List.of("divisions", "document-kinds", "halls", "bundles", "exclusions", "wording");

    /** What there is in one division, with a guide or without. */
    private static final String DIRECTORY = "catalog-guangan-511602.json";

    private static final String EDITOR = "editor1";

    private static final int OK = 200;

    private static final int LEAST_REFUSAL = 400;

    /** Well below the gateway's limit of 1 MiB, and small enough to be imported long before it gives up waiting. */
    private static final int BATCH_BYTES = 200_000;

    private final Path data;

    private final Conversation anybody;

    private final Progress progress;

    private final Repetition repetition;

    private @Nullable Conversation editor;

    public Seed(Path house, String base, Progress progress) {
        this(house.resolve("deploy/data"), base, progress, Repetition.Rest.sleeping());
    }

    Seed(Path data, String base, Progress progress, Repetition.Rest rest) {
        this.data = data;
        this.anybody = Conversation.with(base);
        this.progress = progress;
        this.repetition = new Repetition("catalogue", rest, progress);
    }

    /**
     * Loads all of it and tells what changed. What is not possible now is repeated, each import under one key, so that it
     * happens once.
     */
    public void load() {
        for (String name : REFERENCE) {
            String reference = read(data.resolve(name + ".json"));
            as(editor -> editor.putText("/api/catalog/reference/" + name, reference))
                    .expect(200, 201, 204);
        }
        List<String> items = items();
        List<String> batches = Batches.of(items, BATCH_BYTES);
        progress.tell("catalogue", "is loaded: " + items.size() + " guides in " + batches.size() + " parts");
        Tally tally = new Tally();
        for (String batch : batches) {
            String key = UUID.randomUUID().toString();
            tally.add(as(editor -> editor.with("Idempotency-Key", key).postText("/api/catalog/imports", batch))
                    .expect(200, 201)
                    .json());
        }
        String directory = read(data.resolve(DIRECTORY));
        as(editor -> editor.putText("/api/catalog/directory", directory)).expect(200);
        progress.tell("catalogue", tally.toString());
    }

    /** Signs in anew after each refusal: a long series of tries outlives a token. */
    private Answer as(Function<Conversation, Answer> call) {
        return repetition.of(() -> {
            if (editor == null) {
                Answer signedIn = anybody.signIn(EDITOR);
                if (signedIn.status() != OK) {
                    return signedIn;
                }
                editor = anybody.signedIn(signedIn);
            }
            Answer answer = call.apply(editor);
            if (answer.status() >= LEAST_REFUSAL) {
                editor = null;
            }
            return answer;
        });
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
