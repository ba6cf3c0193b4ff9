package org.tongban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.NotFound;

final class TypedCodeTest {
    private static final TrackingCode CODE = TrackingCode.draw(new Random(7));

    @Test
    void whatPeopleMistakeIsForgiven() {
        String typed = CODE.display().toLowerCase(Locale.ROOT).replace('-', ' ');

        assertThat(TypedCode.parse(typed)).isEqualTo(CODE);
    }

    @Test
    void whatIsPastedIsRead() {
        assertThat(TypedCode.parse("\u200b办件码：" + CODE.display().replace('-', '·') + "。"))
                .isEqualTo(CODE);
        assertThat(TypedCode.parse("https://tongban.example/t/" + CODE.value() + "?x"))
                .isEqualTo(CODE);
    }

    @Test
    void aWrongCharacterAndAWrongShapeAreToldApart() {
        char last = CODE.value().charAt(15);
        String mistyped = CODE.value().substring(0, 15) + (last == 'A' ? 'B' : 'A');

        assertThatThrownBy(() -> TypedCode.parse(mistyped))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("check character");
        assertThatThrownBy(() -> TypedCode.parse("hello"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("16 digits and letters");
    }
}
