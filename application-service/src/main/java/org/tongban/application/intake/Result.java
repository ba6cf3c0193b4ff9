package org.tongban.application.intake;

/**
 * A document that a granted case gave its owner.
 *
 * @param documentId in the owner's store: the hash of code, case number and kind
 */
public record Result(String documentId, String kind, String holder) {}
