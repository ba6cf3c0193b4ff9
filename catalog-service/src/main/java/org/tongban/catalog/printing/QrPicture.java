package org.tongban.catalog.printing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** An address as a QR code (ISO/IEC 18004, level M) inside a {@code data:} address, which paper and page both take. */
final class QrPicture {
    private static final int DOTS_OF_A_MODULE = 8;
    private static final int WHITE = 0xFFFFFF;
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2);

    private QrPicture() {}

    static String of(String address) {
        try {
            BitMatrix modules = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            int width = modules.getWidth() * DOTS_OF_A_MODULE;
            BufferedImage picture = new BufferedImage(width, width, BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < width; x++) {
                for (int y = 0; y < width; y++) {
                    if (!modules.get(x / DOTS_OF_A_MODULE, y / DOTS_OF_A_MODULE)) {
                        picture.setRGB(x, y, WHITE);
                    }
                }
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", png);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
