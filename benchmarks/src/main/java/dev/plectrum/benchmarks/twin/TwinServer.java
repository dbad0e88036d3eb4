package dev.plectrum.benchmarks.twin;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** The twin over HTTP. Reads {@code PORT}, {@code DATABASE_URL} and {@code POOL} from its environment. */
public final class TwinServer {
    private TwinServer() {}

    /** Serves until it is ended from outside; exits with 1 if it can't begin. */
    public static void main(String[] args) {
        int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
        int pool = Integer.parseInt(System.getenv().getOrDefault("POOL", "16"));
        String url = System.getenv("DATABASE_URL");
        if (url == null) {
            System.err.println("Set DATABASE_URL, for example to postgres://postgres@127.0.0.1:5432/postgres");
            System.exit(2);
            return;
        }
        int loops = Runtime.getRuntime().availableProcessors();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
        // Every statement of the contract stands alone, so a connection per loop is all that is ever used.
        int instances = Math.min(loops, pool);
        vertx.deployVerticle(() -> new TwinVerticle(port, url), new DeploymentOptions().setInstances(instances))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }
}
