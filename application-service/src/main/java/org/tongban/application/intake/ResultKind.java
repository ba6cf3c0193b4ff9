package org.tongban.application.intake;

/** A document that an item's result is, and whose it becomes: {@code food-operation-licence} of the organisation. */
public record ResultKind(String kind, String holder) {}
