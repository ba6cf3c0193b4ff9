package org.tongban.platform.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IdTest {

    @Test
    void anOpaqueIdHasTwentySixLowerCaseCharacters() {
        assertThat(OpaqueId.next()).hasSize(26).matches("[0-7][0-9a-hjkmnp-tv-z]{25}");
    }

    @Test
    void opaqueIdsDiffer() {
        assertThat(Stream.generate(OpaqueId::next).limit(1000).distinct()).hasSize(1000);
    }

    @Test
    void onlyTextsThatCouldBeAnOpaqueIdHaveItsShape() {
        assertThat(OpaqueId.isShaped(OpaqueId.next())).isTrue();
        assertThat(OpaqueId.isShaped("8".repeat(26))).isFalse();
        assertThat(OpaqueId.isShaped("0".repeat(25))).isFalse();
        assertThat(OpaqueId.isShaped("../../etc/passwd0000000000")).isFalse();
    }

    @Test
    void everyCharacterOfTheAlphabetIsDrawn() {
        String text = RandomText.crockford(new Random(4), 2000);

        assertThat(text.chars().distinct().count()).isEqualTo(32);
        assertThat(text).matches("[0-9A-HJKMNP-TV-Z]{2000}");
    }

    @Test
    void theDigestOfPartsIsTheDigestOfTheWhole() {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);

        assertThat(Sha256.hex(abc)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex(new byte[] {'a'}, new byte[] {'b', 'c'})).isEqualTo(Sha256.hex(abc));
    }
}
