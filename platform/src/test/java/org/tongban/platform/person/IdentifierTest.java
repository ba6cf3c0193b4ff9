package org.tongban.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

final class IdentifierTest {

    private static final JsonNode VECTORS =
            Json.mapper().readTree(Path.of("../deploy/data/id-vectors.json").toFile());

    static Stream<String> residentIds() {
        return Stream.concat(texts("/gb11643/valid"), texts("/gb11643/validCheckDigitForTests/numbers"));
    }

    static Stream<String> datelessResidentIds() {
        return texts("/gb11643/validCheckDigitForTests/checkPassesDateFails");
    }

    static Stream<String> wrongResidentIds() {
        return texts("/gb11643/invalid");
    }

    static Stream<String> creditCodes() {
        return VECTORS.at("/gb32100/valid")
                .valueStream()
                .map(vector -> vector.get("code").stringValue());
    }

    static Stream<String> wrongCreditCodes() {
        return texts("/gb32100/invalid");
    }

    @ParameterizedTest
    @MethodSource("residentIds")
    void aResidentIdOfTheStandardIsOne(String number) {
        assertThat(ResidentId.parse(number).value()).isEqualTo(number);
    }

    @ParameterizedTest
    @MethodSource("datelessResidentIds")
    void aResidentIdNeedsARealBirthDate(String number) {
        assertThat(refusal(number).reason()).isEqualTo(InvalidIdentifier.Reason.DATE);
    }

    @ParameterizedTest
    @MethodSource("wrongResidentIds")
    void aWrongResidentIdIsRefused(String number) {
        assertThatThrownBy(() -> ResidentId.parse(number)).isInstanceOf(InvalidIdentifier.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 110101 18990101 010x ", "110101-18990101-010X", "１１０１０１１８９９０１０１０１０Ｘ"})
    void whatPeopleTypeIsForgiven(String typed) {
        assertThat(ResidentId.parse(typed).value()).isEqualTo("11010118990101010X");
    }

    @Test
    void theConstructorForgivesNothing() {
        assertThatThrownBy(() -> new ResidentId("11010118990101010x")).isInstanceOf(InvalidIdentifier.class);
    }

    @Test
    void theBirthDateIsReadFromIt() {
        assertThat(new ResidentId("511602189906151234").birthDate()).isEqualTo("1899-06-15");
    }

    @Test
    void aResidentIdIsPrintedMasked() {
        assertThat(new ResidentId("110101189901010011")).hasToString("110***********0011");
    }

    @Test
    void aRefusalDoesNotRepeatTheNumber() {
        Stream.of("110105194912310021", "440106189802290036", "1101051949123100")
                .forEach(number -> {
                    Throwable told = refusal(number);

                    assertThat(told.getMessage()).doesNotContain(number.substring(6, 14));
                    assertThat(told).hasNoCause();
                });
    }

    @ParameterizedTest
    @MethodSource("creditCodes")
    void aCreditCodeOfTheStandardIsOne(String code) {
        assertThat(CreditCode.parse(code.toLowerCase(Locale.ROOT)))
                .isEqualTo(new CreditCode(code))
                .hasToString(code);
    }

    @ParameterizedTest
    @MethodSource("wrongCreditCodes")
    void aWrongCreditCodeIsRefused(String code) {
        assertThatThrownBy(() -> CreditCode.parse(code)).isInstanceOf(InvalidIdentifier.class);
    }

    @ParameterizedTest
    @CsvSource({"张三,张*", "欧阳娜娜,欧***", "张,张", "'',''", "𠮷田,𠮷*", "Li Bai,L*****"})
    void ofANameTheFirstCharacterIsShown(String name, String masked) {
        assertThat(Masks.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13800001234,138****1234", "+8613800001234,+86*******1234", "12345678,********", "110,***", "'',''"})
    void ofAPhoneNumberBothEndsAreShown(String number, String masked) {
        assertThat(Masks.phone(number)).isEqualTo(masked);
    }

    private static InvalidIdentifier refusal(String number) {
        return catchThrowableOfType(InvalidIdentifier.class, () -> ResidentId.parse(number));
    }

    private static Stream<String> texts(String pointer) {
        return VECTORS.at(pointer).valueStream().map(JsonNode::stringValue);
    }
}
