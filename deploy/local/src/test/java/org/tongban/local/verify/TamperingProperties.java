package org.tongban.local.verify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;

/** No byte of a signed list can be another one. */
class TamperingProperties {
    private static final byte[] SIGNED = SampleList.signed().getBytes(StandardCharsets.US_ASCII);
    private static final JsonNode KEYS = SampleList.keys();

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void oneBitTurnedAnywhereIsCaught(@ForAll("positions") int position) {
        for (int bit = 0; bit < Byte.SIZE; bit++) {
            assertCaught(position, (byte) (SIGNED[position] ^ 1 << bit));
        }
    }

    @Property(tries = 2000)
    void anyOtherByteAnywhereIsCaught(@ForAll("positions") int position, @ForAll byte other) {
        if (other != SIGNED[position]) {
            assertCaught(position, other);
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void everyOtherCharacterAtTheEndOfAPartIsCaught(@ForAll("ends") int position) {
        for (int other = 0; other < 128; other++) {
            if (other != SIGNED[position]) {
                assertCaught(position, (byte) other);
            }
        }
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, SIGNED.length - 1);
    }

    /** Where base64url has spare bits. */
    @Provide
    Arbitrary<Integer> ends() {
        String signed = new String(SIGNED, StandardCharsets.US_ASCII);
        return Arbitraries.of(signed.indexOf('.') - 1, signed.lastIndexOf('.') - 1, signed.length() - 1);
    }

    private static void assertCaught(int position, byte other) {
        byte[] tampered = SIGNED.clone();
        tampered[position] = other;
        String jws = new String(tampered, StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Verification.of(jws, KEYS)).isInstanceOf(Refused.class);
    }
}
