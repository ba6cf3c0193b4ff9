package org.tongban.gateway.problem;

/** Words in both languages. */
public record Said(String zh, String en) {
    String in(Language language) {
        return language == Language.EN ? en : zh;
    }
}
