package org.tongban.application.document;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the store takes.
 *
 * @param limit the largest file
 * @param mediaTypes the types it takes, as found by content
 */
@ConfigurationProperties("tongban.document")
record DocumentProperties(
        @DefaultValue("20MB") DataSize limit,

        @DefaultValue({"application/pdf", "image/jpeg", "image/png", MediaTypes.OFD})
        Set<String> mediaTypes) {
    DocumentProperties {
        mediaTypes = Set.copyOf(mediaTypes);
    }
}
