package org.tongban.local.verify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;

/** No byte of a signed list can be another one. */
class TamperingProperties {
    private static final byte[] SIGNED = SampleList.signed().getBytes(StandardCharsets.US_ASCII);
    private static final JsonNode KEYS = SampleList.keys();

    @Test
    void oneBitTurnedAnywhereIsCaught() {
        for (int position = 0; position < SIGNED.length; position++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                assertCaught(position, (byte) (SIGNED[position] ^ 1 << bit));
            }
        }
    }

    /** What a reader of base64url may pass over, take for a divider or for another letter. */
    @ParameterizedTest
    @ValueSource(bytes = {0, '\n', ' ', '=', '.', '-', '_', '+', '/', 'A', 'z', '9', 127, -1})
    void anotherCharacterAnywhereIsCaught(byte other) {
        for (int position = 0; position < SIGNED.length; position++) {
            if (other != SIGNED[position]) {
                assertCaught(position, other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ends")
    void everyOtherCharacterAtTheEndOfAPartIsCaught(int position) {
        for (int other = 0; other < 128; other++) {
            if (other != SIGNED[position]) {
                assertCaught(position, (byte) other);
            }
        }
    }

    /** Where base64url has spare bits. */
    static IntStream ends() {
        String signed = new String(SIGNED, StandardCharsets.US_ASCII);
        return IntStream.of(signed.indexOf('.') - 1, signed.lastIndexOf('.') - 1, signed.length() - 1);
    }

    private static void assertCaught(int position, byte other) {
        byte[] tampered = SIGNED.clone();
        tampered[position] = other;
        String jws = new String(tampered, StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Verification.of(jws, KEYS)).isInstanceOf(Refused.class);
    }
}
