package org.tongban.catalog.list;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lists are issued.
 *
 * @param keys the folder of the signing keys, {@code <kid>.pem}, RSA in PKCS#8, with {@code <kid>.json} beside them ({@link KeyLife})
 * @param validDays how many days after its issue a list may be used
 * @param itemsAtMost how many items one inquiry or list may name
 */
@ConfigurationProperties("tongban.list")
record ListProperties(
        Path keys,
        @DefaultValue("90") int validDays,
        @DefaultValue("50") int itemsAtMost) {
    ListProperties {
        if (validDays < 1 || itemsAtMost < 1) {
            throw new IllegalArgumentException("tongban.list: days and items are at least 1");
        }
    }
}
