package dev.plectrum.web.server;

import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.web.Endpoint;
import dev.plectrum.web.Middleware;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.TrailingSlash;
import dev.plectrum.web.WebOptions;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.error.ProblemException;
import dev.plectrum.web.limit.RateLimit;
import dev.plectrum.web.routing.RouteTable.Found;
import dev.plectrum.web.security.Authentication;
import dev.plectrum.web.security.Csrf;
import dev.plectrum.web.security.User;
import dev.plectrum.web.socket.SocketSpec;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests through their stations: host, route, user, rate, body, CSRF, middleware, view, answer. One for each event loop,
 * so nothing in it is shared between threads. A station that knows its answer at once goes on at once: no future is made for
 * what is there already.
 */
final class Dispatcher {
    private static final System.Logger LOG = System.getLogger("dev.plectrum.web");

    private final ServerParts parts;
    private final WebOptions options;
    private final Finisher finisher;
    private final int mostInFlight;
    private final @Nullable Endpoint around;

    private final InFlight inFlight = new InFlight();
    /** The host that was allowed last. */
    private @Nullable String allowedHost;

    private boolean draining;

    Dispatcher(ServerParts parts, int mostInFlight) {
        this.parts = parts;
        this.mostInFlight = mostInFlight;
        options = parts.options();
        finisher = new Finisher(parts);
        around = parts.middleware().isEmpty() ? null : chain(parts.middleware(), this::routed);
    }

    private static Endpoint chain(List<Middleware> middleware, Endpoint inner) {
        Endpoint endpoint = inner;
        for (int i = middleware.size() - 1; i >= 0; i--) {
            endpoint = middleware.get(i).around(endpoint);
        }
        return endpoint;
    }

    // ---- the beginning

    void dispatch(Exchange x) {
        inFlight.add(x);
        CurrentRequest.set(x.context, x);
        try {
            started(x);
            if (inFlight.count() > mostInFlight) {
                throw Problem.of(503, "overloaded")
                        .detail("The server has as much to do as it can")
                        .header("Retry-After", "1")
                        .exception();
            }
            checkHost(x);
            if (around == null) {
                route(x);
            } else {
                around.answer(x)
                        .onComplete((response, cause) ->
                                on(x, () -> finish(x, cause == null ? response : failure(x, cause))));
            }
        } catch (Throwable e) {
            finish(x, failure(x, e));
        }
    }

    private void started(Exchange x) {
        List<RequestListener> listeners = parts.listeners();
        if (!listeners.isEmpty()) {
            listeners.forEach(listener -> listener.started(x));
        }
    }

    private void checkHost(Exchange x) {
        if (x.headers().getAll(HttpHeaders.HOST).size() > 1) {
            throw Problem.of(400, "host").detail("The request names two hosts").exception();
        }
        String named = x.targetHost();
        if (named != null && !named.equals(x.header(HttpHeaders.HOST))) {
            throw Problem.of(400, "host")
                    .detail("The request's target names another host than its header")
                    .exception();
        }
        String host = x.host();
        if (!isAllowed(host) && !parts.isHealthPath(x.path())) {
            throw Problem.of(400, "host")
                    .detail(
                            options.production()
                                    ? "The request is for a host that is not served here"
                                    : "The host \"" + host + "\" is not one of the allowed hosts: add it with"
                                            + " allowedHosts, or PLECTRUM_ALLOWED_HOSTS")
                    .exception();
        }
    }

    /** Whether this host is served here. Nearly all requests are for the same one, which need not be looked into again. */
    private boolean isAllowed(String host) {
        if (host.equals(allowedHost)) {
            return true;
        }
        boolean allowed = options.allowedHosts().allows(host);
        if (allowed) {
            allowedHost = host;
        }
        return allowed;
    }

    /** The endpoint inside the application's middleware. */
    private Future<Response> routed(Request request) {
        var x = (Exchange) request;
        Promise<Response> promise = x.context.promise();
        x.waiting = promise;
        try {
            route(x);
        } catch (Throwable e) {
            answer(x, failure(x, e));
        }
        return promise.future();
    }

    private void route(Exchange x) {
        Found<Endpoints.Target<?>> found = parts.endpoints().find(x.method(), x.path());
        if (found instanceof Found.Target<Endpoints.Target<?>> hit) {
            x.target = hit.value();
            x.pathValues = hit.values();
            x.cancellable();
            Duration timeout = hit.value().route().timeout();
            if (timeout != null) {
                x.timeout(timeout);
            }
            session(x, hit.value());
        } else if (found instanceof Found.OtherMethods<Endpoints.Target<?>> others) {
            otherMethod(x, others.allowed());
        } else if (x.path().equals("*") && x.method().equals(HttpMethod.OPTIONS)) {
            answer(x, Response.noContent()); // about the server as a whole there is nothing to say
        } else {
            nothing(x);
        }
    }

    private void otherMethod(Exchange x, Set<HttpMethod> methods) {
        var names = new TreeSet<String>();
        methods.forEach(method -> names.add(method.name()));
        if (methods.contains(HttpMethod.GET)) {
            names.add("HEAD");
        }
        names.add("OPTIONS");
        String allow = String.join(", ", names);
        if (x.method().equals(HttpMethod.OPTIONS)) {
            answer(x, Response.noContent().header("Allow", allow));
        } else {
            throw Problem.of(405, "method-not-allowed")
                    .detail("This page answers " + allow)
                    .header("Allow", allow)
                    .exception();
        }
    }

    private void nothing(Exchange x) {
        if (options.trailingSlash() == TrailingSlash.REDIRECT) {
            String other = Endpoints.otherSlash(x.path());
            // A browser takes "//host" for another site.
            boolean local = other.startsWith("/") && !other.startsWith("//") && other.indexOf('\\') < 0;
            if (local && parts.endpoints().find(x.method(), other) instanceof Found.Target) {
                String query = x.uri().substring(x.path().length());
                answer(x, Response.external(308, other + query));
                return;
            }
        }
        Problem problem = Problem.of(404, "not-found");
        if (!options.production()) {
            List<String> near = parts.endpoints().near(x.path());
            problem = problem.detail(
                    near.isEmpty()
                            ? "No route has this path"
                            : "No route has this path. Did you mean " + String.join(" or ", near) + "?");
        }
        throw problem.exception();
    }

    // ---- who asks, and how often

    private void session(Exchange x, Endpoints.Target<?> target) {
        if (!target.asksWho()) {
            rate(x, target);
            return;
        }
        then(x, parts.sessions().load(x), session -> {
            x.session = session;
            user(x, target, 0);
        });
    }

    private void user(Exchange x, Endpoints.Target<?> target, int from) {
        List<Authentication> ways = parts.authentications();
        if (from == ways.size()) {
            access(x, target);
            return;
        }
        then(x, ways.get(from).authenticate(x), user -> {
            if (user == null) {
                user(x, target, from + 1);
            } else {
                x.user = user;
                access(x, target);
            }
        });
    }

    private void access(Exchange x, Endpoints.Target<?> target) {
        User user = x.user;
        if (!target.route().access().allows(user)) {
            throw user == null ? loginRequired() : forbidden(target);
        }
        rate(x, target);
    }

    private ProblemException loginRequired() {
        Problem problem = Problem.of(401, "login-required").detail("This needs a login");
        for (Authentication way : parts.authentications()) {
            String challenge = way.challenge();
            if (challenge != null) {
                problem = problem.header("WWW-Authenticate", challenge);
            }
        }
        return problem.exception();
    }

    private ProblemException forbidden(Endpoints.Target<?> target) {
        return Problem.of(403, "forbidden")
                .detail(
                        options.production()
                                ? "You may not do this"
                                : "You may not do this: " + target.route().name() + " asks for "
                                        + target.route().access())
                .exception();
    }

    private void rate(Exchange x, Endpoints.Target<?> target) {
        RateLimit limit = target.route().rateLimit();
        if (limit == null) {
            body(x, target);
            return;
        }
        String bucket = target.route().name() + " " + client(x, limit);
        then(x, parts.rateLimiter().take(bucket, limit), decision -> {
            long wait = (decision.untilNext().toMillis() + 999) / 1000;
            x.incoming
                    .answerHeaders()
                    .set(
                            "RateLimit-Policy",
                            "\"default\";q=" + limit.permits() + ";w="
                                    + limit.per().toSeconds())
                    .set("RateLimit", "\"default\";r=" + decision.remaining() + ";t=" + wait);
            if (!decision.allowed()) {
                throw tooMany(wait);
            }
            body(x, target);
        });
    }

    private static ProblemException tooMany(long wait) {
        return Problem.of(429, "too-many-requests")
                .detail("Too many requests: try again in " + wait + (wait == 1 ? " second" : " seconds"))
                .header("Retry-After", Long.toString(wait))
                .exception();
    }

    private static String client(Exchange x, RateLimit limit) {
        return switch (limit.by()) {
            case EVERYBODY -> "";
            case ADDRESS -> "a" + x.clientAddress();
            case USER -> {
                User user = x.user;
                yield user == null ? "a" + x.clientAddress() : "u" + user.id();
            }
        };
    }

    // ---- the body

    private void body(Exchange x, Endpoints.Target<?> target) {
        if (target.guarded()) {
            parts.csrf().checkOrigin(x);
        }
        Route<?> route = target.route();
        switch (route.bodyUse()) {
            case BYTES -> {
                x.stage = Exchange.Stage.READING;
                long limit = route.maxBody() > 0 ? route.maxBody() : options.maxBody();
                then(x, x.incoming.body(limit), bytes -> {
                    x.stage = Exchange.Stage.WORKING;
                    x.body = bytes;
                    token(x, target);
                });
            }
            case FORM -> {
                x.stage = Exchange.Stage.READING;
                long limit = route.maxBody() > 0 ? route.maxBody() : options.maxUpload();
                then(x, x.incoming.form(limit), form -> {
                    x.stage = Exchange.Stage.WORKING;
                    x.form = form;
                    token(x, target);
                });
            }
            case NONE, STREAM -> token(x, target);
        }
    }

    private void token(Exchange x, Endpoints.Target<?> target) {
        // Only a cookie is sent without anybody's will; whoever set a header meant to.
        if (target.guarded() && x.sessionToken != null && x.header(HttpHeaders.AUTHORIZATION) == null) {
            Csrf.checkToken(x, x.session().csrfSecretIfAny());
        }
        if (target.middleware().isEmpty()) {
            view(x, target);
        } else {
            Promise<Response> outer = x.waiting;
            Endpoint endpoint = chain(target.middleware(), request -> {
                Promise<Response> promise = x.context.promise();
                x.waiting = promise;
                try {
                    view(x, target);
                } catch (Throwable e) {
                    answer(x, failure(x, e));
                }
                return promise.future();
            });
            Future<Response> answered;
            try {
                answered = endpoint.answer(x);
            } catch (Throwable e) {
                answered = Future.failedFuture(e);
            }
            answered.onComplete((response, cause) -> on(x, () -> {
                x.waiting = outer;
                answer(x, cause == null ? response : failure(x, cause));
            }));
        }
    }

    // ---- the view

    private <T> void view(Exchange x, Endpoints.Target<T> target) {
        Route<T> route = target.route();
        Route.Action<T> action = route.action();
        if (action instanceof Route.Action.Later<T> later) {
            Future<? extends @Nullable T> future;
            try {
                future = later.view().answer(x);
            } catch (Exception e) {
                answer(x, failure(x, e));
                return;
            }
            then(x, future, result -> reply(x, route, result));
        } else if (action instanceof Route.Action.Now<T> now) {
            T result;
            try {
                result = now.view().answer(x);
            } catch (Exception e) {
                answer(x, failure(x, e));
                return;
            }
            reply(x, route, result);
        } else if (action instanceof Route.Action.Waiting<T> waiting) {
            waiting(x, route, waiting.view());
        } else {
            upgrade(x, ((Route.Action.Upgrade<T>) action).socket());
        }
    }

    private void upgrade(Exchange x, SocketSpec<?, ?> socket) {
        // Browsers let any page open a socket anywhere, cookies included: only the origin tells.
        if (!parts.csrf().isSameOrigin(x)) {
            throw Problem.of(403, "socket-origin")
                    .detail("The WebSocket was opened by another site")
                    .exception();
        }
        x.incoming.upgrade(x, socket, this);
    }

    private <T> void waiting(Exchange x, Route<T> route, dev.plectrum.web.View<? extends @Nullable T> view) {
        ContextInternal virtual = x.context.owner().createVirtualThreadContext();
        x.carryTo(virtual);
        Promise<@Nullable T> promise = x.context.promise();
        virtual.runOnContext(v -> {
            try {
                promise.complete(view.answer(x));
            } catch (Throwable e) {
                promise.fail(e);
            }
        });
        then(x, promise.future(), result -> reply(x, route, result));
    }

    private <T> void reply(Exchange x, Route<T> route, @Nullable T result) {
        Reply<? super T> reply = route.reply();
        if (result != null || reply.answersNull()) {
            answer(x, replyTo(x, reply, result));
        } else if (x.method().equals(HttpMethod.GET) || x.method().equals(HttpMethod.HEAD)) {
            throw Problem.of(404, "not-found").exception();
        } else {
            answer(x, Response.noContent());
        }
    }

    @SuppressWarnings("NullAway") // null only goes where answersNull() says it may
    private static <T> Response replyTo(Exchange x, Reply<? super T> reply, @Nullable T result) {
        return reply.answer(result, x);
    }

    // ---- the end

    /** Goes on with a result, at once if it is there; a failure becomes the answer. */
    private <T extends @Nullable Object> void then(Exchange x, @Nullable Future<? extends T> future, Consumer<T> next) {
        if (future == null) {
            throw new IllegalStateException(x + " was answered with null instead of a future");
        }
        if (future.succeeded()) {
            next.accept(future.result());
        } else if (future.failed()) {
            answer(x, failure(x, future.cause()));
        } else {
            future.onComplete((result, cause) -> on(x, () -> {
                if (x.stage == Exchange.Stage.OVER || x.stage == Exchange.Stage.ANSWERED) {
                    return; // answered without it: the client left, or the time was up
                }
                try {
                    if (cause == null) {
                        next.accept(result);
                    } else {
                        answer(x, failure(x, cause));
                    }
                } catch (Throwable e) {
                    answer(x, failure(x, e));
                }
            }));
        }
    }

    /** On the request's own event loop, wherever its future was completed. */
    private static void on(Exchange x, Runnable action) {
        if (io.vertx.core.Vertx.currentContext() == x.context) {
            action.run();
        } else {
            x.context.runOnContext(v -> action.run());
        }
    }

    private void answer(Exchange x, Response response) {
        Promise<Response> waiting = x.waiting;
        if (waiting == null) {
            finish(x, response);
        } else {
            waiting.tryComplete(response);
        }
    }

    private Response failure(Exchange x, Throwable cause) {
        Problem problem = parts.failures().problem(cause);
        if (problem == null) {
            LOG.log(System.Logger.Level.ERROR, "Request " + x.id() + " failed: " + x, cause);
            problem = unexpected(x, cause);
        } else if (cause instanceof StaleObjectException && x.header(HttpHeaders.IF_MATCH) != null) {
            // Who came in between did so after the view had looked.
            problem = Problem.of(412, "precondition-failed").detail(problem.detail());
        } else if (cause instanceof NotFoundException missing && problem.status() == 404 && !options.production()) {
            // Which row it was helps whoever writes the application; clients in production would learn which rows there
            // are.
            problem = problem.detail(missing.getMessage());
        }
        x.failure = cause;
        return finisher.problem(x, problem);
    }

    private Problem unexpected(Exchange x, Throwable cause) {
        Problem problem = Problem.of(500, "internal-error").with("request", x.id());
        return options.production()
                ? problem.detail("Something went wrong here. It was noted.")
                : problem.detail(cause.toString()).with("trace", trace(cause));
    }

    private static List<String> trace(Throwable cause) {
        var lines = new java.util.ArrayList<String>();
        for (Throwable each = cause; each != null && lines.size() < 60; each = each.getCause()) {
            lines.add(each.toString());
            for (StackTraceElement element : each.getStackTrace()) {
                if (lines.size() < 60) {
                    lines.add("  at " + element);
                }
            }
        }
        return lines;
    }

    private void finish(Exchange x, @Nullable Response response) {
        if (x.stage == Exchange.Stage.ANSWERED || x.stage == Exchange.Stage.OVER) {
            return;
        }
        x.stage = Exchange.Stage.ANSWERED;
        Future<Void> saved;
        try {
            saved = parts.sessions().save(x);
        } catch (RuntimeException e) {
            saved = Future.failedFuture(e);
        }
        Response sent = response == null
                ? failure(x, new IllegalStateException("Middleware answered " + x + " with null"))
                : response;
        if (saved.succeeded()) {
            send(x, sent);
        } else {
            saved.onComplete((nothing, cause) -> on(x, () -> send(x, cause == null ? sent : failure(x, cause))));
        }
    }

    private void send(Exchange x, Response response) {
        if (x.stage == Exchange.Stage.OVER) {
            return;
        }
        inFlight.remove(x);
        Answer answer;
        try {
            answer = finisher.finish(x, response);
        } catch (RuntimeException e) {
            x.incoming.answerHeaders().clear();
            answer = finisher.finish(x, failure(x, e));
        }
        x.status = answer.status();
        if (draining) {
            x.incoming.answerHeaders().set(HttpHeaders.CONNECTION, "close");
        }
        x.incoming.send(answer, x);
        told(x);
    }

    /** The connection is a WebSocket from here on. */
    void upgraded(Exchange x) {
        x.stage = Exchange.Stage.ANSWERED;
        x.status = 101;
        inFlight.remove(x);
        told(x);
    }

    private void told(Exchange x) {
        List<RequestListener> listeners = parts.listeners();
        if (!listeners.isEmpty()) {
            Duration duration = Duration.ofNanos(System.nanoTime() - x.startedNanos);
            String route = x.target == null ? null : x.target.route().name();
            listeners.forEach(listener -> listener.ended(x, route, x.status, duration, x.failure));
        }
    }

    /** The client left. Whoever works for it is told, and nothing is answered. */
    void abandoned(Exchange x, Throwable cause) {
        boolean early = x.stage == Exchange.Stage.READING || x.stage == Exchange.Stage.WORKING;
        if (early) {
            inFlight.remove(x);
            x.status = 499;
            x.failure = cause;
        }
        x.over(cause);
        if (early) {
            told(x);
        }
    }

    // ---- everything in flight

    /** Ends the requests whose time is up. */
    void sweep() {
        inFlight.late(System.nanoTime()).forEach(this::late);
    }

    private void late(Exchange x) {
        Problem problem = x.stage == Exchange.Stage.READING
                ? Problem.of(408, "request-timeout").detail("The body did not arrive in time")
                : Problem.of(503, "deadline").detail("This took too long and was given up");
        var cause = problem.exception();
        x.failure = cause;
        x.giveUp(cause);
        finish(x, finisher.problem(x, problem));
    }

    int inFlight() {
        return inFlight.count();
    }

    void drain() {
        draining = true;
    }

    WebOptions options() {
        return options;
    }
}
