package org.tongban.catalog.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongban.catalog.House;
import org.tongban.catalog.lint.SoundGuide;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** Main class of a house that takes a file over and dies where {@code tongban.crash} says; one that lives on has failed. */
final class Doomed {
    private static final int LIVED = 1;
    private static final long PATIENCE_SECONDS = 60;
    private static final String ID = "import-crash-";

    /** The item whose text is new. */
    static final int RENAMED = 2;

    private Doomed() {}

    /** Arguments: how many items the file has, and the settings. */
    public static void main(String[] arguments) throws Exception {
        House house =
                House.open(House.clock(Duration.ZERO), Arrays.asList(arguments).subList(1, arguments.length));
        take(house, file(Integer.parseInt(arguments[0])));
        boolean unused = new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        Runtime.getRuntime().halt(LIVED);
    }

    /** So many items, the third of which has another name than when it first came. */
    static String file(int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> line(i, i == RENAMED ? "改名" : "事项" + i))
                .collect(Collectors.joining("\n"));
    }

    static String line(int no, String name) {
        return SoundGuide.guide().put("id", id(no)).put("name", name).toString();
    }

    static String id(int no) {
        return ID + no;
    }

    static boolean isId(String id) {
        return id.startsWith(ID);
    }

    /** The answer's lines but the last. */
    static List<JsonNode> take(House house, String file) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        house.bean(FileImport.class)
                .take(
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        0,
                        "editor-1",
                        Locale.SIMPLIFIED_CHINESE,
                        answer);
        List<JsonNode> lines = answer.toString(StandardCharsets.UTF_8)
                .lines()
                .map(Json.mapper()::readTree)
                .toList();
        return lines.subList(0, lines.size() - 1);
    }
}
