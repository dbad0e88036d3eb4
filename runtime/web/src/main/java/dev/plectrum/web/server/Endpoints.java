package dev.plectrum.web.server;

import dev.plectrum.web.Middleware;
import dev.plectrum.web.Route;
import dev.plectrum.web.TrailingSlash;
import dev.plectrum.web.routing.PathPattern;
import dev.plectrum.web.routing.RouteTable;
import dev.plectrum.web.security.Access;
import dev.plectrum.web.security.Csrf;
import io.vertx.core.http.HttpMethod;
import java.util.List;

/** The routes of an application with what is known about each before any request, and the table that finds them. */
final class Endpoints {
    /**
     * One route, made ready.
     *
     * @param needsUser whether somebody must be logged in
     * @param asksWho whether it cares who is logged in
     * @param guarded whether requests must show that this site made them
     * @param middleware what stands around it
     */
    record Target<T>(Route<T> route, boolean needsUser, boolean asksWho, boolean guarded, List<Middleware> middleware) {
        static <T> Target<T> of(Route<T> route) {
            boolean needsUser = !(route.access() instanceof Access.Everybody);
            return new Target<>(
                    route,
                    needsUser,
                    needsUser || route.usesSession(),
                    !Csrf.isSafe(route.method()) && !route.isCsrfExempt(),
                    route.middleware());
        }
    }

    private final RouteTable<Target<?>> table;
    private final List<Route<?>> routes;

    Endpoints(List<Route<?>> routes, TrailingSlash slash) {
        RouteTable.Builder<Target<?>> builder =
                RouteTable.builder(target -> target.route().name());
        routes.forEach(route -> add(builder, Target.of(route), slash));
        table = builder.build();
        this.routes = List.copyOf(routes);
    }

    private static void add(RouteTable.Builder<Target<?>> builder, Target<?> target, TrailingSlash slash) {
        HttpMethod method = target.route().method();
        PathPattern path = target.route().path();
        builder.add(method, path, target);
        if (slash == TrailingSlash.LENIENT
                && !path.text().equals("/")
                && !path.text().endsWith("...}")) {
            builder.add(method, PathPattern.of(otherSlash(path.text())), target);
        }
    }

    /** The path with the slash that it lacks, or without the one it has. */
    static String otherSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }

    RouteTable.Found<Target<?>> find(HttpMethod method, String path) {
        return table.find(method, path);
    }

    List<String> near(String path) {
        return table.near(path);
    }

    List<Route<?>> routes() {
        return routes;
    }
}
