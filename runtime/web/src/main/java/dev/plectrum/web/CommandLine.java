package dev.plectrum.web;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Finds the command that somebody typed. */
final class CommandLine {
    private static final int USAGE = 2;

    private final Application application;
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final PrintStream out;
    private final PrintStream err;

    CommandLine(Application application, PrintStream out, PrintStream err) {
        this.application = application;
        this.out = out;
        this.err = err;
        application.commands().forEach(command -> commands.put(command.name(), command));
        ServiceLoader.load(Command.class).forEach(command -> commands.putIfAbsent(command.name(), command));
    }

    int run(List<String> args) {
        String name = args.isEmpty() || args.get(0).startsWith("--") ? "runserver" : args.get(0);
        if (args.contains("--help") || name.equals("help")) {
            help(out);
            return 0;
        }
        Command command = commands.get(name);
        if (command == null) {
            err.println("There is no command \"" + name + "\".");
            help(err);
            return USAGE;
        }
        boolean named = !args.isEmpty() && args.get(0).equals(name);
        try {
            return command.run(application, named ? args.subList(1, args.size()) : args, out, err);
        } catch (IllegalArgumentException | IllegalStateException e) {
            err.println(e.getMessage());
            return 1;
        } catch (Exception e) {
            e.printStackTrace(err);
            return 1;
        }
    }

    private void help(PrintStream to) {
        to.println("Commands of " + application.name() + ":");
        int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0);
        commands.values()
                .forEach(command -> to.println("  " + command.name()
                        + " ".repeat(width - command.name().length() + 2) + command.summary()));
    }
}
