package org.tongban.application.review;

/** The body of a step that needs no words: {@code {}}. */
record Nothing() {}
