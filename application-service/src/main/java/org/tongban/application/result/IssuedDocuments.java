package org.tongban.application.result;

/** Where an owner's grade A documents go. */
public interface IssuedDocuments {
    /** Stores it under its id, or finds it stored; safe to call any number of times. */
    void upsert(IssuedDocument document);
}
