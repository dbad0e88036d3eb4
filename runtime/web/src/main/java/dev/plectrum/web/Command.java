package dev.plectrum.web;

import java.io.PrintStream;
import java.util.List;

/** Something that an application does when asked on the command line. Found as a service, or given to the application. */
public interface Command {
    /** The word that calls it. */
    String name();

    /** What it does, in a line. */
    String summary();

    /**
     * Does it, and comes back when it is done. Called on a thread that may wait.
     *
     * @param args what followed its name
     * @return the exit code; 0 is well
     */
    int run(Application application, List<String> args, PrintStream out, PrintStream err) throws Exception;
}
