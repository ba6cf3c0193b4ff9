package org.tongban.local.command;

import java.time.Clock;
import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.demo.Demo;

/** Plays the story. */
final class DemoCommand implements Command {

    private final Stack stack;

    private final Terminal terminal;

    DemoCommand(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "play one true story through the running stack, step by step";
    }

    @Override
    public int run(List<String> arguments) {
        String code = new Demo(stack.base(), Clock.systemUTC(), terminal::say).play();
        terminal.say("");
        terminal.say("The end. " + stack.base() + "/api/tracking/" + code + " shows it all.");
        return 0;
    }
}
