package org.tongban.tracking.timeline;

/** How near a case is to its limit: 电子监察 0 green, 1 yellow, 2 red. */
public enum Light {
    GREEN,
    YELLOW,
    RED
}
