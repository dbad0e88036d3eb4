package dev.plectrum.web.server;

import dev.plectrum.web.HealthCheck;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import dev.plectrum.web.json.JsonWriter;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells whether the process lives, and whether it can be given requests. Not what is wrong: strangers can ask. */
final class Health implements Routes {
    private static final System.Logger LOG = System.getLogger("dev.plectrum.web");

    private final String path;
    private final List<HealthCheck> checks;
    private final AtomicBoolean draining;

    Health(String path, List<HealthCheck> checks, AtomicBoolean draining) {
        this.path = path;
        this.checks = List.copyOf(checks);
        this.draining = draining;
    }

    @Override
    public List<Route<?>> routes() {
        if (path.isEmpty()) {
            return List.of();
        }
        return List.of(
                Route.get(path).name("health").open().future(this::ready, Reply.response()),
                Route.get(path + "/ready").name("health.ready").open().future(this::ready, Reply.response()),
                Route.get(path + "/live").name("health.live").open().value(this::live, Reply.response()));
    }

    private Response live(Request request) {
        return answer(200, Map.of("status", "up"));
    }

    private Future<Response> ready(Request request) {
        if (draining.get()) {
            return Future.succeededFuture(answer(503, Map.of("status", "draining")));
        }
        List<Future<?>> running = new ArrayList<>();
        for (HealthCheck check : checks) {
            running.add(run(check).timeout(5, TimeUnit.SECONDS));
        }
        return Future.join(running).transform(all -> {
            var states = new LinkedHashMap<String, Object>();
            for (int i = 0; i < checks.size(); i++) {
                boolean up = running.get(i).succeeded();
                states.put(checks.get(i).name(), up ? "up" : "down");
                if (!up) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "Not ready: " + checks.get(i).name(),
                            running.get(i).cause());
                }
            }
            var told = new LinkedHashMap<String, Object>();
            told.put("status", all.succeeded() ? "up" : "down");
            if (!states.isEmpty()) {
                told.put("checks", states);
            }
            return Future.succeededFuture(answer(all.succeeded() ? 200 : 503, told));
        });
    }

    private static Future<?> run(HealthCheck check) {
        try {
            return check.check().get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static Response answer(int status, Map<String, Object> told) {
        return Response.json(JsonWriter::any, told).withStatus(status).header("Cache-Control", "no-store");
    }
}
