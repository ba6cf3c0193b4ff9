package org.tongban.local.service;

import java.util.List;

/**
 * What all instances of a service share.
 *
 * @param service its name: {@code application}
 * @param name the module it is built from: {@code application-service}
 * @param after the parts that must be ready before it is started
 */
record Module(String service, String name, List<String> after) {

    Module {
        after = List.copyOf(after);
    }
}
