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
 * @param keptDays how many days after that a list is kept which no application rests on
 * @param stranger how many lists one address may have without a token
 * @param person how many lists one signed-in person may have
 */
@ConfigurationProperties("tongban.list")
record ListProperties(
        Path keys,
        @DefaultValue("90") int validDays,
        @DefaultValue("50") int itemsAtMost,
        @DefaultValue("30") int keptDays,
        Share stranger,
        Share person) {
    ListProperties {
        if (validDays < 1 || itemsAtMost < 1 || keptDays < 0) {
            throw new IllegalArgumentException("tongban.list: days and items are at least 1");
        }
    }

    /**
     * A share that fills up again.
     *
     * @param burst how many at one moment
     * @param perMinute how many more each minute
     */
    record Share(int burst, int perMinute) {
        Share {
            if (burst < 1 || perMinute < 1) {
                throw new IllegalArgumentException("tongban.list: a share is at least 1");
            }
        }
    }
}
