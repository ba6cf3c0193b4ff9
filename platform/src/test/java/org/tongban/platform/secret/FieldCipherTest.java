package org.tongban.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldCipherTest {

    private static final String FIELD = "person.name";

    private final KeyRing.Key first = key(KeyRing.FIRST, 1);
    private final KeyRing.Key second = key("20270101", 2);
    private final FieldCipher cipher = new AesGcmFieldCipher(new KeyRing(List.of(first)));

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "110101189901010011", "𠮷"})
    void whatIsSealedOpensAgain(String value) {
        String sealed = cipher.seal(FIELD, value);

        assertThat(sealed).matches("v1\\.0\\.[A-Za-z0-9_-]{38,}");
        assertThat(cipher.open(FIELD, sealed)).isEqualTo(value);
    }

    @Test
    void sealingTwiceGivesTwoTexts() {
        assertThat(cipher.seal(FIELD, "张三")).isNotEqualTo(cipher.seal(FIELD, "张三"));
    }

    @Test
    void aValueOpensInItsOwnFieldOnly() {
        String sealed = cipher.seal(FIELD, "张三");

        assertThatThrownBy(() -> cipher.open("person.phone", sealed))
                .isInstanceOf(UnreadableSecret.class)
                .hasMessage("the value of person.phone was changed, or sealed for another field");
    }

    @Test
    void aValueThatWasChangedInAnyPlaceDoesNotOpen() {
        String sealed = cipher.seal(FIELD, "张三");

        for (int at = 0; at < sealed.length(); at++) {
            char[] changed = sealed.toCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            assertThatThrownBy(() -> cipher.open(FIELD, new String(changed)))
                    .as("place %s", at)
                    .isInstanceOf(UnreadableSecret.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张三", "v1.0.", "v1.0.AAAA", "v1.0.AAAAA", "v2.0.AAAA", "v1.0.+/==", "v1..AAAA"})
    void aTextOfAnotherFormDoesNotOpen(String text) {
        assertThatThrownBy(() -> cipher.open(FIELD, text)).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void afterARotationTheNewKeySealsAndBothOpen() {
        String old = cipher.seal(FIELD, "张三");
        FieldCipher rotated = new AesGcmFieldCipher(new KeyRing(List.of(second, first)));

        assertThat(rotated.open(FIELD, old)).isEqualTo("张三");
        assertThat(rotated.seal(FIELD, "张三")).startsWith("v1.20270101.");
    }

    @Test
    void aKeyThatIsGoneIsNamed() {
        String sealed = new AesGcmFieldCipher(new KeyRing(List.of(second))).seal(FIELD, "张三");

        assertThatThrownBy(() -> cipher.open(FIELD, sealed))
                .hasMessage("the value of person.name was sealed with key 20270101, which is not among our keys");
    }

    @Test
    void aRingIsInTheOrderOfItsIds() {
        KeyRing ring = new KeyRing(List.of(key("10", 3), key("2", 2), key("0", 1)));

        assertThat(ring.newest().id()).isEqualTo("10");
        assertThat(ring.oldest().id()).isEqualTo("0");
        assertThat(ring).hasToString("KeyRing[0, 2, 10]");
    }

    @Test
    void aRingWithoutKeysOrWithDoubledIdsIsNone() {
        assertThatThrownBy(() -> new KeyRing(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyRing(List.of(first, key("0", 9)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyRing.Key("0", new byte[16])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyRing.Key("a.b", new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBlindIndexFindsTheSameValueInTheSameField() {
        BlindIndex index = new BlindIndex(new KeyRing(List.of(first)));
        String digest = index.digest("person.residentId", "110101189901010011");

        assertThat(digest).matches("v1\\.0\\.[A-Za-z0-9_-]{43}");
        assertThat(index.candidates("person.residentId", "110101189901010011")).containsExactly(digest);
        assertThat(index.digest("agent.residentId", "110101189901010011")).isNotEqualTo(digest);
        assertThat(index.digest("person.residentI", "d110101189901010011")).isNotEqualTo(digest);
        assertThat(index.digest("person.residentId", "11010118990101010X")).isNotEqualTo(digest);
    }

    @Test
    void afterARotationWhatWasIndexedBeforeIsStillFound() {
        String old = new BlindIndex(new KeyRing(List.of(first))).digest(FIELD, "张三");
        BlindIndex rotated = new BlindIndex(new KeyRing(List.of(first, second)));

        assertThat(rotated.candidates(FIELD, "张三")).hasSize(2).contains(old, rotated.digest(FIELD, "张三"));
        assertThat(rotated.digest(FIELD, "张三")).startsWith("v1.20270101.");
    }

    @Test
    void aPseudonymIsShortAndStaysTheSame() {
        Pseudonyms before = new Pseudonyms(new KeyRing(List.of(first)));
        Pseudonyms after = new Pseudonyms(new KeyRing(List.of(first, second)));

        assertThat(before.of("citizen1")).matches("[0-9a-f]{20}").isEqualTo(after.of("citizen1"));
        assertThat(before.of("citizen2")).isNotEqualTo(before.of("citizen1"));
    }

    private static KeyRing.Key key(String id, int fill) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return new KeyRing.Key(id, secret);
    }
}
