package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.http.HttpContestant;
import dev.plectrum.benchmarks.plectrum.PlectrumContestant;
import dev.plectrum.benchmarks.plectrum.PlectrumServer;
import dev.plectrum.benchmarks.scenario.Contestant;
import dev.plectrum.benchmarks.twin.LayerContestant;
import dev.plectrum.benchmarks.twin.TwinContestant;
import dev.plectrum.benchmarks.twin.TwinServer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Everybody who takes part. The twin is the first, and so the baseline of all ratios. */
final class Contestants {
    static final String JVM_OPTIONS = "-Xmx512m";

    /** The example application. */
    static final String SHOP = "shop";

    private static final String TWIN = "twin";
    private static final String PLECTRUM = "plectrum";
    /** The twin once more: as far as its ratios are off 1, they are noise. Takes part only if asked to. */
    private static final String CONTROL = "control";

    private Contestants() {}

    /**
     * A server of the contract.
     *
     * @param name its name in tables and on the command line
     * @param main its main class
     */
    record Server(String name, Class<?> main) {}

    /** In process; new ones, for one run. */
    static List<Contestant> inProcess() {
        return List.of(new TwinContestant(TWIN), new LayerContestant(), new PlectrumContestant());
    }

    /** Whether the example application takes part, which only can when starts are measured. */
    static boolean shopTakesPart(Arguments arguments) {
        return arguments.list("contestants", List.of(SHOP)).contains(SHOP);
    }

    /** Over HTTP. */
    static List<Server> servers() {
        return List.of(new Server(TWIN, TwinServer.class), new Server(PLECTRUM, PlectrumServer.class));
    }

    /** Those in process whom {@code --contestants} names, or all but the control. */
    static List<Contestant> inProcess(Arguments arguments) {
        return chosen(arguments, inProcess(), new TwinContestant(CONTROL), Contestant::name);
    }

    /** Those over HTTP whom {@code --contestants} names, or all but the control. The example application is not among them. */
    static List<Server> servers(Arguments arguments) {
        return chosen(arguments, servers(), new Server(CONTROL, TwinServer.class), Server::name);
    }

    /** The same, ready to be started on this JVM's JDK and class path, and whatever {@code --with} adds. */
    static List<HttpContestant> overHttp(Arguments arguments) {
        List<HttpContestant> contestants = new ArrayList<>();
        for (Server server : servers(arguments)) {
            contestants.add(HttpContestant.java(server.name(), server.main(), arguments.words("jvm", JVM_OPTIONS)));
        }
        arguments.all("with").forEach(text -> contestants.add(HttpContestant.parse(text)));
        return contestants;
    }

    private static <C> List<C> chosen(Arguments arguments, List<C> all, C control, Function<C, String> name) {
        List<String> names = all.stream().map(name).toList();
        List<String> wanted = arguments.list("contestants", names);
        for (String one : wanted) {
            if (!names.contains(one) && !one.equals(CONTROL) && !one.equals(SHOP)) {
                throw new IllegalArgumentException(
                        "There is no contestant " + one + "; there are " + names + " and " + CONTROL);
            }
        }
        List<C> chosen = new ArrayList<>();
        all.stream().filter(one -> wanted.contains(name.apply(one))).forEach(chosen::add);
        if (wanted.contains(CONTROL)) {
            chosen.add(control);
        }
        return chosen;
    }
}
