package org.tongban.tracking;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.secret.FieldCipher;
import org.tongban.platform.secret.Keys;

/** What the service seals with: comments at rest, and cursors that may name a code of another division. */
@Configuration(proxyBeanMethods = false)
class TrackingSecrets {
    @Bean
    FieldCipher fieldCipher(@Value("${tongban.keys}") Path keys) {
        return Keys.in(keys).fieldCipher();
    }
}
