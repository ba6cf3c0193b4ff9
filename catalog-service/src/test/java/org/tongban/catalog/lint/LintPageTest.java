package org.tongban.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.reference.RealReference;

/** The docs show what the lint says now. */
class LintPageTest {
    private static final String COMMAND = "mvn -pl catalog-service -am test -Dtest=LintPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dtongban.docs=write";
    private static final Path PAGE = Path.of("..", "deploy", "docs", "lint-report.md");

    @Test
    void thePageIsWhatTheLintSays() throws IOException {
        String page = new LintPage(RealData.gsi(), new GuideLint(RealReference.get(), RealData.ids()::contains))
                .text(COMMAND);

        if ("write".equals(System.getProperty("tongban.docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("deploy/docs/lint-report.md is not what the lint says; this rewrites it: " + COMMAND)
                .isEqualTo(page);
    }
}
