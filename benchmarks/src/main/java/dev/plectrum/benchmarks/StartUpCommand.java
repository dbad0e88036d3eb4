package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.database.BenchmarkDatabase;
import dev.plectrum.benchmarks.http.Asked;
import dev.plectrum.benchmarks.http.Endpoint;
import dev.plectrum.benchmarks.http.HttpContestant;
import dev.plectrum.benchmarks.http.ServerProcess;
import dev.plectrum.benchmarks.measure.Spread;
import dev.plectrum.benchmarks.report.DotPlot;
import dev.plectrum.benchmarks.report.Table;
import dev.plectrum.benchmarks.startup.JdkHome;
import dev.plectrum.benchmarks.startup.StartUpRun;
import dev.plectrum.benchmarks.startup.StartUpRun.Candidate;
import dev.plectrum.benchmarks.startup.StartUpRun.Finding;
import dev.plectrum.benchmarks.startup.StartUpRun.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code startup}: time to the first answer, and memory. */
final class StartUpCommand {
    private static final String TITLE = "Start-up and memory";

    /** The example application; by name, since nothing but this run needs it. */
    private static final String SHOP_MAIN = "dev.plectrum.example.shop.Main";

    private static final List<Asked> ASKED_OF_SHOP = List.of(
            random -> "/products/" + (random.nextInt(100) + 1),
            random -> "/products/?page=" + (random.nextInt(5) + 1),
            random -> "/");

    private StartUpCommand() {}

    private static Program contract(String name, BenchmarkDatabase database) {
        return new Program(
                name, database.url(), ServerProcess.HEALTH, List.of(Endpoint.DB, Endpoint.PRODUCTS, Endpoint.POSTS));
    }

    static void run(Arguments arguments) throws Exception {
        int rounds = arguments.number("rounds", 3);
        Duration underLoad = arguments.seconds("seconds", Duration.ofSeconds(3));
        List<String> jvmOptions = arguments.words("jvm", Contestants.JVM_OPTIONS);
        List<JdkHome> jdks = arguments.all("jdk").isEmpty()
                ? JdkHome.installed()
                : arguments.all("jdk").stream().map(Path::of).map(JdkHome::at).toList();
        try (BenchmarkDatabase database = BenchmarkDatabase.open(arguments.databaseUrl());
                StartUpRun run =
                        new StartUpRun(Publication.folder(arguments).resolve("startup"), Publication::progress)) {
            List<Candidate> candidates = new ArrayList<>();
            if (Contestants.shopTakesPart(arguments)) {
                Program shop =
                        new Program(Contestants.SHOP, database.another("plectrum_shop"), "/products/1", ASKED_OF_SHOP);
                candidates.addAll(run.candidates(shop, SHOP_MAIN, jvmOptions, jdks));
            }
            for (Contestants.Server server : Contestants.servers(arguments)) {
                candidates.addAll(run.candidates(
                        contract(server.name(), database), server.main().getName(), jvmOptions, jdks));
            }
            for (String text : arguments.all("with")) {
                HttpContestant other = HttpContestant.parse(text);
                candidates.add(
                        new Candidate(contract(other.name(), database), "as given", "as given", other.command()));
            }
            List<Finding> findings = run.measure(candidates, rounds, underLoad);
            List<String> facts = new ArrayList<>(Environment.facts(database));
            facts.add(
                    "From the start of the process to the first 200: of /health, which needs a database connection, or from the"
                            + " shop of /products/1, which are three statements; "
                            + rounds + " starts each, in turns. Median, smallest and largest.");
            facts.add("Resident memory a second later, and after " + underLoad.toMillis() / 1000.0
                    + " s of requests. JVMs with " + String.join(" ", jvmOptions) + ".");
            Publication.publish(TITLE, table(findings), facts, plot(findings), arguments, "startup");
        }
    }

    private static Table table(List<Finding> findings) {
        Table table = new Table(List.of(
                "server",
                "cache of classes",
                "first answer, ms",
                "CPU until then, ms",
                "at rest, MiB",
                "under load, MiB"));
        for (Finding finding : findings) {
            table.add(List.of(
                    label(finding.candidate()),
                    finding.candidate().cache(),
                    text(finding.startUpMillis()),
                    text(finding.cpuMillis()),
                    text(finding.restMegabytes()),
                    text(finding.loadMegabytes())));
        }
        return table;
    }

    private static DotPlot plot(List<Finding> findings) {
        DotPlot plot = new DotPlot(TITLE, "milliseconds and mebibytes, median and range of all starts", Double.NaN);
        for (Finding finding : findings) {
            plot.row(label(finding.candidate()) + ", " + finding.candidate().cache())
                    .dot("first answer, ms", finding.startUpMillis())
                    .dot("CPU until then, ms", finding.cpuMillis())
                    .dot("at rest, MiB", finding.restMegabytes())
                    .dot("under load, MiB", finding.loadMegabytes());
        }
        return plot;
    }

    private static String label(Candidate candidate) {
        return candidate.program().name() + ", " + candidate.jdk();
    }

    private static String text(Spread spread) {
        return String.format(Locale.ROOT, "%,.0f (%,.0f–%,.0f)", spread.median(), spread.low(), spread.high());
    }
}
