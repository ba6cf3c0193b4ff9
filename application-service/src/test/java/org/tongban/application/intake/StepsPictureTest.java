package org.tongban.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Draws the table of steps into the docs; run with {@code -Dtongban.draw} it writes the picture anew. */
class StepsPictureTest {
    private static final Path PICTURE = Path.of("../deploy/docs/case-steps.md");
    private static final String REDRAW = "mvn -pl application-service -am test -Dtest=StepsPictureTest -Dtongban.draw"
            + " -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void thePictureShowsTheTable() throws IOException {
        if (System.getProperty("tongban.draw") != null) {
            Files.createDirectories(PICTURE.getParent());
            Files.writeString(PICTURE, picture());
        }

        assertThat(PICTURE)
                .as("the picture is not what the table of steps draws; write it anew with\n%s\n", REDRAW)
                .content()
                .isEqualTo(picture());
    }

    private static String picture() {
        StringBuilder picture = new StringBuilder("""
                # The steps of a case

                Drawn from `org.tongban.application.intake.Step` by `StepsPictureTest`; do not edit it, write it anew with
                `%s`.

                An arrow says which step it is and which event tells it.

                ```mermaid
                stateDiagram-v2
                """.formatted(REDRAW));
        for (Stage stage : Stage.values()) {
            picture.append("    state \"%s %s\" as %s\n".formatted(stage, stage.zh(), stage));
        }
        picture.append("    [*] --> SUBMITTED: 提交 application.submitted.v1\n");
        picture.append("    [*] --> WAITING: 提交 application.submitted.v1\n");
        for (Step step : Step.values()) {
            for (Stage from : Stage.values()) {
                step.from(from)
                        .ifPresent(to ->
                                picture.append("    %s --> %s: %s %s\n".formatted(from, to, step.zh(), step.tells())));
            }
        }
        Stream.of(Stage.values())
                .filter(stage -> Stream.of(Step.values())
                        .noneMatch(step -> step.from(stage).isPresent()))
                .forEach(stage -> picture.append("    %s --> [*]\n".formatted(stage)));
        return picture.append("```\n").toString();
    }
}
