package dev.plectrum.benchmarks.plectrum;

import dev.plectrum.annotations.web.Application;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.DatabaseOptions;
import dev.plectrum.web.Plectrum;
import java.util.Map;

/** Plectrum over HTTP. Reads {@code PORT}, {@code DATABASE_URL} and {@code POOL} from its environment. */
@Application("Benchmark")
public final class PlectrumServer {
    private PlectrumServer() {}

    /** Serves until it is ended from outside. */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        DatabaseOptions database = DatabaseOptions.of(environment.getOrDefault("DATABASE_URL", ""))
                .poolSize(Integer.parseInt(environment.getOrDefault("POOL", "16")));
        Plectrum.application("benchmark")
                // As in production; what else production asks for, such as secrets, nothing here has a use for.
                .options(options -> options.accessLog(false))
                .database(vertx -> Database.connect(vertx, database))
                .routes(BenchmarkRoutes::new)
                .run(args);
    }
}
