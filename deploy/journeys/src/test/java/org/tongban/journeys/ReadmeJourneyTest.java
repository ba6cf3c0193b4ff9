package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README tells people to paste works as it stands. */
@Order(2)
class ReadmeJourneyTest {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)\n```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({"README.md, ## Follow one application", "README.zh-CN.md, ## 跟一件申请走一遍"})
    void itsStoryCanBePastedAndComesToItsEnd(String readme, String chapter) throws IOException, InterruptedException {
        List<String> said = paste(story(readme, chapter));

        assertThat(said.get(0)).contains("mr-individual-establish");
        assertThat(said.get(1)).matches("L-511602-\\d{8}-[0-9A-Z]{12}");
        assertThat(said).anySatisfy(line -> assertThat(line).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}"));
        assertThat(said)
                .anySatisfy(timeline -> assertThat(timeline)
                        .contains(
                                "\"status\":\"DONE\"", "application.result-delivered.v1", "tracking.scan-recorded.v1"));
        assertThat(said)
                .anySatisfy(inbox -> assertThat(inbox)
                        .startsWith("{\"items\":[{\"id\"")
                        .contains("\"type\":\"application.result-delivered.v1\""));
        assertThat(said).anySatisfy(page -> assertThat(page).contains("\"checkedAt\"", "\"differences\":0"));
        assertThat(said).anySatisfy(revised -> assertThat(revised).contains("\"revises\":\"" + said.get(1)));
        assertThat(said.subList(said.size() - 20, said.size()))
                .as("what ./tongban verify prints")
                .anySatisfy(line -> assertThat(line).contains(said.get(1)));
    }

    /** All that is to be pasted of that chapter, on the stack of the journeys. */
    private static String story(String readme, String chapter) throws IOException {
        String text = Files.readString(House.stack().place().house().resolve(readme));
        int begin = text.indexOf(chapter + "\n");
        String told = text.substring(begin, text.indexOf("\n## ", begin + chapter.length()));
        String story =
                BLOCK.matcher(told).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        assertThat(story).startsWith("base=http://localhost:8080\n").contains("./tongban verify");
        return story.replace("http://localhost:8080", House.stack().base());
    }

    private static List<String> paste(String story) throws IOException, InterruptedException {
        Path script = Files.createTempFile("readme", ".sh");
        Files.writeString(script, story);
        Process shell = new ProcessBuilder("bash", "-eu", script.toString())
                .directory(House.stack().place().house().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        Files.delete(script);
        return said.lines().filter(line -> !line.isBlank()).toList();
    }
}
