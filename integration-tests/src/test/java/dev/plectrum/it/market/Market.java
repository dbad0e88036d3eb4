package dev.plectrum.it.market;

import dev.plectrum.it.blog.BlogRoutes;
import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.App;
import dev.plectrum.web.Application;
import dev.plectrum.web.Plectrum;
import dev.plectrum.web.Routes;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.Transport;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The market on a test's database. */
final class Market {
    private Market() {}

    /** A client without a socket, of the views that do not wait. */
    static TestClient client(Database db, Function<App, Routes> routes) {
        return TestClient.of(
                Transport.memory(application(db, routes).build(db.vertx()).server()));
    }

    /** An application of the views that do not wait. */
    static Application application(Database db, Function<App, Routes> routes) {
        return Plectrum.application("market")
                .environment(Map.of())
                .options(options -> options.port(0).accessLog(false))
                .database(vertx -> db)
                .routes(app -> () -> routes.apply(app).routes().stream()
                        .filter(route -> !route.name().startsWith("WaitingViews"))
                        .toList());
    }

    /** The schemas of the API's description. */
    static JsonObject schemas() {
        return description().getJsonObject("components").getJsonObject("schemas");
    }

    /** The API's description. */
    static JsonObject description() {
        try (InputStream in = Objects.requireNonNull(
                BlogRoutes.class.getResourceAsStream("/META-INF/plectrum/openapi.json"), "no description")) {
            return new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
