package org.tongban.gateway;

/**
 * The order in which a request passes the filters. Cheap refusals stand before dear ones: an address that floods the
 * house is stopped before a signature is checked for it. A token that was verified a moment ago costs a look-up only,
 * so it is found before addresses are counted: a person is not shut out by neighbours.
 */
public final class Stations {
    public static final int TRACE = -600;
    public static final int ANSWER_HEADERS = -500;
    public static final int READABLE = -450;
    public static final int CODE_IN_PATH = -425;
    public static final int PLAIN_PATH = -400;
    public static final int KNOWN_TOKEN = -350;
    public static final int ADDRESS_LIMIT = -300;
    public static final int TOKEN = -200;
    public static final int PERSON_LIMIT = -100;
    public static final int SHARES = -50;
    public static final int BODY_LIMIT = 0;

    private Stations() {}
}
