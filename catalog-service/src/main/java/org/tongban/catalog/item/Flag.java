package org.tongban.catalog.item;

/**
 * Something dirty in a guide: stored as it came, and said.
 *
 * @param code {@code limit-missing}
 * @param pointer where in the gsi-1 form (RFC 6901)
 * @param zh the sentence in Chinese
 * @param en the sentence in English
 */
public record Flag(String code, String pointer, String zh, String en) {}
