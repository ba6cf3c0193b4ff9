package org.tongban.application.document;

import java.util.Set;

/** Whose a document can be, in the words of the catalogue's readings of the guides. */
final class Holders {
    static final Set<String> ALL = Set.of(
            "applicant",
            "agent",
            "spouse",
            "parent",
            "mother",
            "father",
            "child",
            "guardian",
            "heir",
            "deceased",
            "legal-representative",
            "handler",
            "employee",
            "other",
            "organisation",
            "premises",
            "vehicle",
            "project",
            "site");

    private Holders() {}
}
