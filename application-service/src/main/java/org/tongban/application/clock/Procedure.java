package org.tongban.application.clock;

import org.jspecify.annotations.Nullable;

/**
 * A special procedure of an item whose time is no part of its limit, as its guide names it: 公示, 残疾评定.
 *
 * @param length how long it takes; null where the guide does not say
 */
public record Procedure(String name, @Nullable Term length) {}
