package org.tongban.catalog.item;

/** A special procedure (特别程序) of an item: 公告查找生父母, 现场核查. */
public record Procedure(String name, Condition when) {}
