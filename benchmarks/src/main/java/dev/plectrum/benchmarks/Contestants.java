package dev.plectrum.benchmarks;

import dev.plectrum.benchmarks.http.HttpContestant;
import dev.plectrum.benchmarks.scenario.Contestant;
import dev.plectrum.benchmarks.twin.TwinContestant;
import dev.plectrum.benchmarks.twin.TwinServer;
import java.util.List;

/** Everybody who takes part. The first is the baseline of all ratios. */
final class Contestants {
    private Contestants() {}

    /** In process; new ones, for one run. */
    static List<Contestant> inProcess() {
        return List.of(new TwinContestant());
    }

    /** Over HTTP, on this JVM's JDK and class path. */
    static List<HttpContestant> overHttp(List<String> jvmOptions) {
        return List.of(HttpContestant.java("twin", TwinServer.class, jvmOptions));
    }
}
