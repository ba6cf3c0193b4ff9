package org.tongban.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;

class IdentityCardTest {
    private static final String NUMBER = "11010118990101010X";

    @Test
    void whatPeopleTypeIsForgiven() {
        IdentityCard card = IdentityCard.read(" 张安然 ", "110101 18990101 010x");

        assertThat(card.name()).isEqualTo("张安然");
        assertThat(card.residentId().value()).isEqualTo(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张", "欧阳安然", "买买提·吐尔逊", "Anna-Maria O'Neil", "𠮷田"})
    void namesOfManyKindsAreNames(String name) {
        assertThat(IdentityCard.read(name, NUMBER).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"•", "・", "‧", "．", "●", "·"})
    void theDotOfEveryKeyboardIsTheDotOfTheCard(String dot) {
        assertThat(IdentityCard.read("买买提" + dot + "吐尔逊", NUMBER).name()).isEqualTo("买买提·吐尔逊");
    }

    @Test
    void aFullStopIsNoDotAndThatIsSaid() {
        NotAllowed refusal = catchThrowableOfType(NotAllowed.class, () -> IdentityCard.read("买买提.吐尔逊", NUMBER));

        assertThat(refusal.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/name");
            assertThat(fault.said().zh()).contains("英文句点");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "张3", "张<b>", "张\n安然", "张安然;--"})
    void whatIsNoNameIsRefused(String name) {
        assertThat(pointers(name, NUMBER)).containsExactly("/name");
    }

    @Test
    void aNameOfMoreThanFiftyLettersIsRefused() {
        assertThat(pointers("张".repeat(51), NUMBER)).containsExactly("/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110101", "110101189901010102", "440106189802290036", "1101011899010101AX"})
    void aNumberThatDoesNotHoldInItselfIsRefused(String number) {
        assertThat(pointers("张安然", number)).containsExactly("/residentId");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(pointers(null, null)).containsExactly("/name", "/residentId");
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasTyped() {
        assertThatThrownBy(() -> IdentityCard.read("张安然", "110101189901010102"))
                .message()
                .doesNotContain("张", "110101189901010102");
    }

    @Test
    void itPrintsMasked() {
        assertThat(IdentityCard.read("张安然", NUMBER)).hasToString("张** 110***********010X");
    }

    private static List<String> pointers(@Nullable String name, @Nullable String number) {
        NotAllowed refusal = catchThrowableOfType(NotAllowed.class, () -> IdentityCard.read(name, number));
        return refusal.faults().stream().map(Refusal.Fault::pointer).toList();
    }
}
