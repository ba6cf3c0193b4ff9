package org.tongban.local.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a part's process is started.
 *
 * @param command the program and its arguments
 * @param environment what is added to the environment
 * @param folder the working folder
 */
public record Launch(List<String> command, Map<String, String> environment, Path folder) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
