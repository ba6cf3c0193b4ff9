package org.tongban.catalog.item;

/** What a finding in a guide means for its publication: an error holds back an editor's draft, a warning is shown. */
public enum Severity {
    ERROR,
    WARNING
}
