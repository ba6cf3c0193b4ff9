package org.tongban.application.intake;

/** A division of GB/T 2260: {@code 511602 广安区}. */
public record Division(String code, String name) {}
