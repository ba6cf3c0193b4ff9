package org.tongban.platform.code;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scanner, a keyboard or a clipboard puts where a code is expected, and the words in it that may be one: bare
 * {@code 7KQ2-M9XT-04HB-ZR50}, {@code 办件码：７ｋｑ２…。}, {@code https://host/t/7KQ2M9XT04HBZR50?from=qr}.
 *
 * <p>Groups may be parted by spaces, dashes and middle dots, and characters that cannot be seen are not there. Everything
 * else ends a word, so that nothing is put together that stood apart; which characters a code has is not decided here.
 */
final class PastedText {
    /** A message or an address; what is longer is no place for a code. */
    private static final int LONGEST = 512;

    /** Dots and lines that people and their keyboards put between groups, beside the dashes that Unicode calls so. */
    private static final String JOINING = "\u00b7\u2022\u2027\u2043\u2219\u22c5\u30fb\u25cf\u2212\u02d7\u30fc\u2500_";

    /** Characters without ink that Unicode counts among letters, marks and signs. */
    private static final String WITHOUT_INK = "\u034f\u115f\u1160\u17b4\u17b5\u2800";

    private PastedText() {}

    /** The words of that length that stand in the text, in capitals and without what parts their groups; each once. */
    static List<String> words(String text, int length) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (String stretch : stretches(Normalizer.normalize(decoded(text), Normalizer.Form.NFKC))) {
            String whole = stretch.replace(" ", "");
            if (whole.length() == length) {
                found.add(whole);
            } else {
                // a label or the words around it
                List.of(stretch.split(" ")).stream()
                        .filter(word -> word.length() == length)
                        .forEach(found::add);
            }
        }
        return found.stream().distinct().toList();
    }

    /** An address that was encoded once more on its way. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** Letters and digits that nothing parts but spaces, which stay as one. */
    private static List<String> stretches(String text) {
        List<String> stretches = new ArrayList<>();
        StringBuilder stretch = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (isWritten(character)) {
                stretch.appendCodePoint(character >= 'a' && character <= 'z' ? character - 'a' + 'A' : character);
            } else if (isSpace(character)) {
                stretch.append(stretch.isEmpty() || stretch.charAt(stretch.length() - 1) == ' ' ? "" : " ");
            } else if (!isPassedOver(character)) {
                end(stretch, stretches);
            }
        });
        end(stretch, stretches);
        return stretches;
    }

    private static void end(StringBuilder stretch, List<String> stretches) {
        if (!stretch.isEmpty()) {
            stretches.add(stretch.toString().strip());
            stretch.setLength(0);
        }
    }

    /** A label in Chinese ends where the code begins; a letter of any other script is a part of the word. */
    private static boolean isWritten(int character) {
        return Character.isLetterOrDigit(character) && !Character.isIdeographic(character) && !isPassedOver(character);
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isPassedOver(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.CONTROL, Character.DASH_PUNCTUATION -> true;
            default ->
                JOINING.indexOf(character) >= 0
                        || WITHOUT_INK.indexOf(character) >= 0
                        || (character >= 0xfe00 && character <= 0xfe0f)
                        || (character >= 0x180b && character <= 0x180f);
        };
    }
}
