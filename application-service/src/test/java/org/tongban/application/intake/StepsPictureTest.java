package org.tongban.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Draws the table of steps; run with {@code -Dtongban.draw} to write the picture anew. */
class StepsPictureTest {
    private static final Path PICTURE = Path.of("steps.md");

    @Test
    void thePictureShowsTheTable() throws IOException {
        if (System.getProperty("tongban.draw") != null) {
            Files.writeString(PICTURE, picture());
        }

        assertThat(PICTURE).content().isEqualTo(picture());
    }

    private static String picture() {
        StringBuilder picture = new StringBuilder("""
                # The steps of a case

                Drawn from `org.tongban.application.intake.Step` by `StepsPictureTest`; write it anew with
                `mvn -pl application-service test -Dtest=StepsPictureTest -Dtongban.draw`.

                ```mermaid
                stateDiagram-v2
                    [*] --> SUBMITTED: application.submitted.v1
                    [*] --> WAITING: application.submitted.v1
                """);
        for (Step step : Step.values()) {
            for (Stage from : Stage.values()) {
                step.from(from)
                        .ifPresent(to -> picture.append(
                                "    %s --> %s: %s (%s)\n".formatted(from, to, step.zh(), step.tells())));
            }
        }
        Stream.of(Stage.values())
                .filter(stage -> Stream.of(Step.values())
                        .noneMatch(step -> step.from(stage).isPresent()))
                .forEach(stage -> picture.append("    %s --> [*]\n".formatted(stage)));
        return picture.append("```\n").toString();
    }
}
