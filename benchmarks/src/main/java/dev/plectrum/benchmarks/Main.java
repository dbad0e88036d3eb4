package dev.plectrum.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Runs a chosen set of benchmarks, prints what they do, and writes a table and a plot of what they found. */
public final class Main {
    private static final String USAGE = """
            scenarios   the contract's work in process
                        --work get,filter          some kinds of work instead of all
            http        the contract over HTTP
                        --endpoints db,posts       some endpoints instead of all
                        --with "name=command"      one more contestant: a command that reads PORT, DATABASE_URL and POOL
                        --jvm "-Xmx512m"           options of our own servers' JVMs
                        --connections 64           connections of the load generator

            startup     time to the first answer, and memory, of the contract's servers and of the shop
                        --jdk FOLDER               a JDK to use instead of all that are installed beside this one; repeatable

            compile     what the processors add to a compilation
                        --models 50,500            sizes of the projects
            jmh         JSON and other work without a database, in JMH
                        --only JsonBenchmark       a pattern instead of all

            All of them:
                        --contestants twin,control some contestants instead of all; the twin is the baseline, the control
                                                   is the twin once more and shows how noisy the machine is
                        --rounds 7                 rounds of each contestant
                        --seconds 3                how long a round lasts
                        --warm-up 30               how long each contestant warms up for each kind of work, at most: less if
                                                   its JIT compilers have nothing left to do
                        --pool 16                  connections of each contestant to the database
                        --database URL             a PostgreSQL to use instead of an embedded one; or DATABASE_URL
                        --out FOLDER               where the table and the plot go
            """;

    private Main() {}

    /** Exits with 2 for words it doesn't understand, and with 1 if a benchmark fails. */
    public static void main(String[] args) throws Exception {
        try {
            List<String> words = Arrays.asList(args);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("Say what to run");
            }
            Arguments arguments = new Arguments(words.subList(1, words.size()));
            switch (words.get(0)) {
                case "scenarios" -> ScenariosCommand.run(arguments);
                case "http" -> HttpCommand.run(arguments);
                case "jmh" -> JmhCommand.run(arguments);
                case "compile" -> CompileCommand.run(arguments);
                case "startup" -> StartUpCommand.run(arguments);
                default -> throw new IllegalArgumentException("There is no benchmark " + words.get(0));
            }
        } catch (IllegalArgumentException slip) {
            System.err.println(slip.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        }
    }
}
