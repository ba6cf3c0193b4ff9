package org.tongban.application.clock;

/** How near a case is to its limit; nobody can set it. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
