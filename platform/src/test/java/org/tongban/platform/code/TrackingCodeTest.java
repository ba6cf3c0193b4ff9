package org.tongban.platform.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackingCodeTest {

    private static final int PLACES = 16;
    private static final int CHARACTERS = 32;

    /** Worked out by hand: 1 in the first place needs 1/α¹⁵ = α¹⁶ = 27 = V in the last. */
    private static final String HAND_MADE = "100000000000000V";

    @Test
    void theHandMadeCodeIsOne() {
        assertThat(new TrackingCode(HAND_MADE).display()).isEqualTo("1000-0000-0000-000V");
    }

    /**
     * A substitution at place i adds e·αⁱ to the sum, whatever the code says elsewhere, and e is any element but zero:
     * so these 16 × 31 differences are all substitutions of all codes.
     */
    @Test
    void everySingleSubstitutionInEveryCodeChangesTheSum() {
        for (int place = 0; place < PLACES; place++) {
            for (int difference = 1; difference < CHARACTERS; difference++) {
                assertThat(Gf32.timesAlpha(place, difference)).isNotZero();
            }
        }
    }

    /** Swapping a and b at places i and j adds (a − b)·(αⁱ − αʲ): all swaps of all codes are these few. */
    @Test
    void everySwapOfTwoDifferentCharactersInEveryCodeChangesTheSum() {
        for (int one = 0; one < PLACES; one++) {
            for (int other = one + 1; other < PLACES; other++) {
                for (int difference = 1; difference < CHARACTERS; difference++) {
                    assertThat(Gf32.timesAlpha(one, difference) ^ Gf32.timesAlpha(other, difference))
                            .isNotZero();
                }
            }
        }
    }

    @Test
    void everySubstitutionInDrawnCodesIsRefusedForItsCheckCharacter() {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            char[] code = TrackingCode.draw(random).value().toCharArray();
            for (int place = 0; place < PLACES; place++) {
                char right = code[place];
                for (int wrong = 0; wrong < CHARACTERS; wrong++) {
                    if (Crockford.character(wrong) != right) {
                        code[place] = Crockford.character(wrong);
                        assertMistyped(new String(code));
                    }
                }
                code[place] = right;
            }
        }
    }

    @Test
    void everySwapInDrawnCodesIsRefusedForItsCheckCharacter() {
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            String code = TrackingCode.draw(random).value();
            for (int one = 0; one < PLACES; one++) {
                for (int other = one + 1; other < PLACES; other++) {
                    if (code.charAt(one) != code.charAt(other)) {
                        char[] swapped = code.toCharArray();
                        swapped[one] = code.charAt(other);
                        swapped[other] = code.charAt(one);
                        assertMistyped(new String(swapped));
                    }
                }
            }
        }
    }

    @Test
    void drawnCodesAreReadBackAndDiffer() {
        Random random = new Random(3);
        Set<TrackingCode> drawn = new HashSet<>();

        for (int i = 0; i < 10_000; i++) {
            TrackingCode code = TrackingCode.draw(random);
            assertThat(TrackingCode.parse(code.display())).isEqualTo(code);
            drawn.add(code);
        }

        assertThat(drawn).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000-0000-0000-000V",
                "100000000000000v",
                " 1ooo oooo-OOOO 000v\n",
                "looo-0000-0000-000V",
                "I000-0000-0000-000V",
                "1000–0000—0000‐000V",
                "１０００－００００－００００－０００ｖ",
                "1000\u00a00000\u30000000\t000V",
                "\u200b1000-0000-0000-000V",
                "\ufeff1000-0000-0000-000V\r",
                "\u202a1000-0000\u200e-0000-000V\u202c",
                "10\u00ad00-0000\u2060-0000-000V\ufe0f",
                "1000·0000•0000・000V",
                "1000‧0000∙0000●000V",
                "1000−0000ー0000﹣000V",
                "1000_0000＿0000〜000V",
                "1000-0000-0000-000V。",
                "，1000-0000-0000-000V，",
                "【1000-0000-0000-000V】",
                "“1000-0000-0000-000V”",
                "办件码：1000-0000-0000-000V",
                "办件码1000-0000-0000-000V",
                "您的办件码是 1000 0000 0000 000v，请妥善保管，客服 12345。",
                "code: 1000-0000-0000-000V",
                "Your code 1000-0000-0000-000V, order 1234567890123456",
                "https://tongban.example/t/1000-0000-0000-000V",
                "https://tongban.example/t/100000000000000V/?from=qr#top",
                "HTTPS://TONGBAN.EXAMPLE/T/100000000000000V",
                "https%3A%2F%2Ftongban.example%2Ft%2F1000-0000-0000-000V%3Fx",
                "1000-0000-0000-000V/",
                "1000-0000-0000-000V\r\n",
                "𝟏𝟎𝟎𝟎-0000-0000-000V"
            })
    void whatPeopleTypeIsForgiven(String typed) {
        assertThat(TrackingCode.parse(typed)).isEqualTo(new TrackingCode(HAND_MADE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1000-0000-0000-000",
                "1000-0000-0000-000V-0",
                "U000-0000-0000-000V",
                "1000.0000.0000.000V",
                "开000-0000-0000-000V",
                "1000-0000-0000-000V1",
                "1000/0000/0000/000V",
                "1000,0000,0000,000V",
                "1000-0000-0000-000Vé",
                "1000-0000-0000-000ѵ",
                "1000-0000-0000-000Vя",
                "1000-0000-0000-00ß",
                "1000-0000 号 0000-000V",
                "%zz1000-0000-0000-000V",
                "1000-0000-0000-000V 2000-0000-0000-000K"
            })
    void whatHasAnotherShapeIsRefusedForIt(String typed) {
        assertThat(refusal(typed).reason()).isEqualTo(InvalidTrackingCode.Reason.SHAPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000-0000-0000-000W",
                "办件码：1000-0000-0000-000W。",
                "\u200b1000·0000·0000·000W",
                "https://tongban.example/t/1000-0000-0000-000W?x",
                "1000-0000-0000-001V"
            })
    void itsCheckCharacterIsForgivenNowhere(String typed) {
        assertThat(refusal(typed).reason()).isEqualTo(InvalidTrackingCode.Reason.CHECK_CHARACTER);
    }

    @Test
    void anEndlessTextIsRefusedForItsShape() {
        assertThat(refusal(" ".repeat(1_000_000) + HAND_MADE).reason()).isEqualTo(InvalidTrackingCode.Reason.SHAPE);
    }

    @Test
    void theConstructorForgivesNothing() {
        assertThatThrownBy(() -> new TrackingCode("1000-0000-0000-000V")).isInstanceOf(InvalidTrackingCode.class);
        assertThatThrownBy(() -> new TrackingCode("100000000000000v")).isInstanceOf(InvalidTrackingCode.class);
    }

    @Test
    void itIsPrintedAsPeopleSeeIt() {
        assertThat(new TrackingCode(HAND_MADE)).hasToString("1000-0000-0000-000V");
    }

    private static void assertMistyped(String text) {
        assertThat(refusal(text).reason()).as(text).isEqualTo(InvalidTrackingCode.Reason.CHECK_CHARACTER);
    }

    private static InvalidTrackingCode refusal(String text) {
        return catchThrowableOfType(InvalidTrackingCode.class, () -> TrackingCode.parse(text));
    }
}
