package org.tongban.local.demo;

import java.nio.charset.StandardCharsets;

/** The smallest paper that a look at its content takes for a PDF. */
final class Pdf {

    private Pdf() {}

    /** An empty paper whose last comment makes its content its own. */
    static byte[] saying(String text) {
        String paper = """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """;
        return (paper + "% " + text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
