package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README tells people to paste works as it stands. */
@Order(2)
class ReadmeJourneyTest {
    private static final String BEGIN = "```sh\nbase=";
    private static final String END = "\n```";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void itsStoryCanBePastedAndComesToItsEnd(String readme) throws IOException, InterruptedException {
        List<String> said = paste(story(readme));

        assertThat(said.get(0)).contains("mr-individual-establish");
        assertThat(said.get(1)).matches("L-511602-\\d{8}-[0-9A-Z]{8}");
        assertThat(said).anySatisfy(line -> assertThat(line).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}"));
        String timeline = said.get(said.size() - 3);
        assertThat(timeline)
                .contains("\"status\":\"DONE\"", "application.result-delivered.v1", "tracking.scan-recorded.v1");
        assertThat(said.get(said.size() - 2)).contains("application.result-delivered.v1");
        assertThat(said.get(said.size() - 1)).contains("\"differences\":0");
    }

    private static String story(String readme) throws IOException {
        String text = Files.readString(House.stack().place().house().resolve(readme));
        int begin = text.indexOf(BEGIN);
        String story = text.substring(begin + "```sh\n".length(), text.indexOf(END, begin));
        assertThat(story).startsWith("base=http://localhost:8080\n");
        return story.replace("http://localhost:8080", House.stack().base());
    }

    private static List<String> paste(String story) throws IOException, InterruptedException {
        Path script = Files.createTempFile("readme", ".sh");
        Files.writeString(script, story);
        Process shell = new ProcessBuilder("bash", "-eu", script.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        Files.delete(script);
        return said.lines().filter(line -> !line.isBlank()).toList();
    }
}
