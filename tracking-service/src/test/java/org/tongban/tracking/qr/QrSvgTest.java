package org.tongban.tracking.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class QrSvgTest {
    private static final int MARGIN = 4;

    @Test
    void aReaderFindsTheAddressInThePicture() throws Exception {
        String address = "https://tongban.example/t/7KQ2M9XT04HBZR50";

        BitMatrix seen = dots(QrSvg.of(address));

        assertThat(new Decoder().decode(seen).getText()).isEqualTo(address);
    }

    private static BitMatrix dots(String svg) {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"").matcher(svg);
        assertThat(box.find()).isTrue();
        BitMatrix dots = new BitMatrix(Integer.parseInt(box.group(1)) - 2 * MARGIN);
        Matcher dot = Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg);
        while (dot.find()) {
            dots.set(Integer.parseInt(dot.group(1)) - MARGIN, Integer.parseInt(dot.group(2)) - MARGIN);
        }
        return dots;
    }
}
