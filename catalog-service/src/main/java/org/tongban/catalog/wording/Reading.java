package org.tongban.catalog.wording;

/**
 * One way to understand what somebody typed.
 *
 * @param text what is looked for
 * @param weight 1 for the words as they stand, below for a reading that is less sure
 */
public record Reading(String text, float weight) {}
