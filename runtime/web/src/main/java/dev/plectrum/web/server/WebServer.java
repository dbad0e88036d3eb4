package dev.plectrum.web.server;

import dev.plectrum.web.HealthCheck;
import dev.plectrum.web.Middleware;
import dev.plectrum.web.Route;
import dev.plectrum.web.WebOptions;
import dev.plectrum.web.error.Messages;
import dev.plectrum.web.limit.RateLimiter;
import dev.plectrum.web.security.Authentication;
import dev.plectrum.web.security.Csrf;
import dev.plectrum.web.session.SessionStore;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.internal.VertxInternal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of one application: listens, answers, and stops gracefully. */
public final class WebServer {
    /** Event loops that ask Vert.x for the same negative port get one free port together, and each server its own. */
    private static final AtomicInteger ANY_PORTS = new AtomicInteger();

    private final ServerParts parts;
    private final Vertx vertx;
    private final AtomicBoolean draining;
    private final List<EventLoop> loops = new CopyOnWriteArrayList<>();
    private volatile String deployment = "";

    private WebServer(ServerParts parts, Vertx vertx, AtomicBoolean draining) {
        this.parts = parts;
        this.vertx = vertx;
        this.draining = draining;
    }

    /**
     * What a server is made of.
     *
     * @param options how it behaves
     * @param routes what it answers
     * @param middleware what stands around everything, the outermost first
     * @param authentications the ways to say who asks, in the order they are tried
     * @param sessions where sessions are kept
     * @param rateLimiter where rates are counted
     * @param failures what failures are answered with
     * @param messages what people read in other languages
     * @param listeners who is told of requests
     * @param healthChecks what must be there for it to be ready
     * @param clock what sessions tell the time by
     */
    public record Definition(
            WebOptions options,
            List<Route<?>> routes,
            List<Middleware> middleware,
            List<Authentication> authentications,
            SessionStore sessions,
            RateLimiter rateLimiter,
            Failures failures,
            Messages messages,
            List<RequestListener> listeners,
            List<HealthCheck> healthChecks,
            Clock clock) {}

    /**
     * A server that does not listen yet. Fails with {@link IllegalStateException} if two routes answer the same, or one needs
     * virtual threads on a JDK without them.
     */
    public static WebServer of(Definition definition, Vertx vertx) {
        WebOptions options = definition.options();
        var draining = new AtomicBoolean();
        List<Route<?>> routes =
                new ArrayList<>(new Health(options.healthPath(), definition.healthChecks(), draining).routes());
        routes.addAll(definition.routes());
        checkVirtualThreads(routes, vertx);
        var parts = new ServerParts(
                options,
                new Endpoints(routes, options.trailingSlash()),
                List.copyOf(definition.middleware()),
                List.copyOf(definition.authentications()),
                new Sessions(definition.sessions(), options.sessions(), definition.clock()),
                new Csrf(options.trustedOrigins()),
                definition.rateLimiter(),
                definition.failures(),
                definition.messages(),
                List.copyOf(definition.listeners()));
        return new WebServer(parts, vertx, draining);
    }

    private static void checkVirtualThreads(List<Route<?>> routes, Vertx vertx) {
        if (!((VertxInternal) vertx).isVirtualThreadAvailable()) {
            routes.stream()
                    .filter(route -> route.action() instanceof Route.Action.Waiting)
                    .findFirst()
                    .ifPresent(route -> {
                        throw new IllegalStateException(route.name() + " runs on a virtual thread, and this JDK "
                                + Runtime.version().feature() + " has none: use JDK 21 or later");
                    });
        }
    }

    /** Every route, those of health included. */
    public List<Route<?>> routes() {
        return parts.endpoints().routes();
    }

    /** Begins to listen. Fails if the port is taken. */
    public Future<WebServer> start() {
        HttpServerOptions http = httpOptions(parts.options());
        return vertx.deployVerticle(
                        () -> {
                            var loop = new EventLoop(parts, http);
                            loops.add(loop);
                            return loop;
                        },
                        new DeploymentOptions().setInstances(parts.options().instances()))
                .map(id -> {
                    deployment = id;
                    return this;
                });
    }

    private HttpServerOptions httpOptions(WebOptions options) {
        Set<String> protocols = new LinkedHashSet<>();
        for (Route<?> route : routes()) {
            if (route.action() instanceof Route.Action.Upgrade<?> upgrade) {
                protocols.addAll(upgrade.socket().protocols());
            }
        }
        var http = new HttpServerOptions()
                .setHost(options.host())
                .setPort(options.port() == 0 ? ANY_PORTS.decrementAndGet() : options.port())
                .setIdleTimeout((int) options.idleTimeout().toMillis())
                .setIdleTimeoutUnit(java.util.concurrent.TimeUnit.MILLISECONDS)
                .setMaxHeaderSize(options.maxHeader())
                .setMaxInitialLineLength(options.maxUri())
                .setMaxFormFields(options.maxFields())
                .setMaxFormAttributeSize((int) Math.min(options.maxBody(), Integer.MAX_VALUE))
                .setMaxWebSocketMessageSize(options.maxMessage())
                .setMaxWebSocketFrameSize(options.maxMessage())
                // A few compressed bytes of a message may become gigabytes before anybody counts them.
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                // An upgrade from clear text is where proxies and servers come to disagree about requests.
                .setHttp2ClearTextEnabled(false);
        if (!protocols.isEmpty()) {
            http.setWebSocketSubProtocols(List.copyOf(protocols));
        }
        return http;
    }

    /** The port it listens at. */
    public int port() {
        return loops.isEmpty() ? -1 : loops.get(0).port();
    }

    /** The URL it is reached at on this machine. */
    public String url() {
        String host = parts.options().host();
        return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port();
    }

    /**
     * Stops: readiness says so, no connection is taken any more, event streams and WebSockets end, and requests in progress may
     * finish within the shutdown's time.
     */
    public Future<Void> shutdown() {
        if (!draining.compareAndSet(false, true)) {
            return Future.succeededFuture();
        }
        long millis = parts.options().shutdownTimeout().toMillis();
        return Future.join(loops.stream().map(loop -> loop.drain(millis)).toList())
                .compose(v -> deployment.isEmpty() ? Future.succeededFuture() : vertx.undeploy(deployment));
    }

    /** Answers a request that never saw a socket: for tests. Ends like one that did, with headers and all. */
    public Future<Answered> answer(HttpMethod method, String uri, MultiMap headers, Buffer body, boolean secure) {
        return MemoryIncoming.answer(parts, vertx, method, uri, headers, body, secure);
    }

    /** What a request without a socket was answered with. */
    public record Answered(int status, MultiMap headers, Buffer body) {}
}
