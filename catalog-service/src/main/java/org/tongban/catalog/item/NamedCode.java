package org.tongban.catalog.item;

/** A code with its name: {@code 01 行政许可}. */
public record NamedCode(String code, String name) {}
