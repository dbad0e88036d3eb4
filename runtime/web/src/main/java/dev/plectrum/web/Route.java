package dev.plectrum.web;

import dev.plectrum.web.limit.RateLimit;
import dev.plectrum.web.routing.PathPattern;
import dev.plectrum.web.security.Access;
import dev.plectrum.web.security.User;
import dev.plectrum.web.socket.SocketSpec;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One method and path, what answers it, and what must hold before it is asked. Immutable. Unless a route says otherwise it needs
 * a logged-in user, reads no body, and asks for a CSRF token where a cookie says who the user is.
 *
 * <pre>{@code
 * Route.get("/products/{id}").name("ProductViews.detail").open().future(this::detail, Reply.json(PRODUCT))
 * }</pre>
 *
 * @param <T> what its view results in
 */
public final class Route<T> {
    /** What a route does with the request's body. */
    public enum BodyUse {
        /** Nothing; there should be none. */
        NONE,
        /** Reads it whole before the view is asked. */
        BYTES,
        /** Reads it as a form, files to disk, before the view is asked. */
        FORM,
        /** Leaves it to the view as a stream. */
        STREAM
    }

    /** How a view gives its result. */
    public sealed interface Action<T> {
        /** At once. */
        record Now<T>(View<? extends @Nullable T> view) implements Action<T> {}

        /** Later. */
        record Later<T>(View<? extends Future<? extends @Nullable T>> view) implements Action<T> {}

        /** At once, on a virtual thread of its own, where it may wait. */
        record Waiting<T>(View<? extends @Nullable T> view) implements Action<T> {}

        /** By becoming a WebSocket. */
        record Upgrade<T>(SocketSpec<?, ?> socket) implements Action<T> {}
    }

    private final Draft draft;
    private final Action<T> action;
    private final Reply<? super T> reply;

    private Route(Draft draft, Action<T> action, Reply<? super T> reply) {
        this.draft = draft;
        this.action = action;
        this.reply = reply;
    }

    /** A route for GET, and HEAD unless another answers that. */
    public static Draft get(String path) {
        return new Draft(HttpMethod.GET, path);
    }

    /** A route for POST. */
    public static Draft post(String path) {
        return new Draft(HttpMethod.POST, path);
    }

    /** A route for PUT. */
    public static Draft put(String path) {
        return new Draft(HttpMethod.PUT, path);
    }

    /** A route for PATCH. */
    public static Draft patch(String path) {
        return new Draft(HttpMethod.PATCH, path);
    }

    /** A route for DELETE. */
    public static Draft delete(String path) {
        return new Draft(HttpMethod.DELETE, path);
    }

    /** A route for HEAD alone. */
    public static Draft head(String path) {
        return new Draft(HttpMethod.HEAD, path);
    }

    /** A route for OPTIONS, in place of the server's own answer. */
    public static Draft options(String path) {
        return new Draft(HttpMethod.OPTIONS, path);
    }

    /** The method. */
    public HttpMethod method() {
        return draft.method;
    }

    /** The path. */
    public PathPattern path() {
        return draft.path;
    }

    /** What it is called in logs and messages: {@code ProductViews.detail}. */
    public String name() {
        return draft.name.isEmpty() ? draft.method + " " + draft.path : draft.name;
    }

    /** Who may ask. */
    public Access access() {
        return draft.access;
    }

    /** What it does with the body. */
    public BodyUse bodyUse() {
        return draft.bodyUse;
    }

    /** The largest body it reads; 0 is the application's limit. */
    public long maxBody() {
        return draft.maxBody;
    }

    /** Whether it uses the session though it may not need a user. */
    public boolean usesSession() {
        return draft.usesSession;
    }

    /** Whether it is asked without a CSRF token. */
    public boolean isCsrfExempt() {
        return draft.csrfExempt;
    }

    /** Whether answers are compared with what the client has. */
    public boolean isConditional() {
        return draft.conditional;
    }

    /** How often it may be asked; null is as often as one likes. */
    public @Nullable RateLimit rateLimit() {
        return draft.rateLimit;
    }

    /** How long it may take; null is the application's limit. */
    public @Nullable Duration timeout() {
        return draft.timeout;
    }

    /** The {@code Cache-Control} of its successful answers; null is the application's. */
    public @Nullable String cacheControl() {
        return draft.cacheControl;
    }

    /** What stands around it, the outermost first. */
    public List<Middleware> middleware() {
        return draft.middleware;
    }

    /** What answers. */
    public Action<T> action() {
        return action;
    }

    /** How the result becomes an answer. */
    public Reply<? super T> reply() {
        return reply;
    }

    @Override
    public String toString() {
        return draft.method + " " + draft.path + " " + name();
    }

    /** A route that has no view yet. Each method changes it and returns it; the last four finish it. */
    public static final class Draft {
        private final HttpMethod method;
        private final PathPattern path;
        private String name = "";
        private Access access = Access.LOGGED_IN;
        private BodyUse bodyUse = BodyUse.NONE;
        private long maxBody;
        private boolean usesSession;
        private boolean csrfExempt;
        private boolean conditional;
        private @Nullable RateLimit rateLimit;
        private @Nullable Duration timeout;
        private @Nullable String cacheControl;
        private List<Middleware> middleware = List.of();

        private Draft(HttpMethod method, String path) {
            this.method = method;
            this.path = PathPattern.of(path);
        }

        private Draft(Draft other) {
            method = other.method;
            path = other.path;
            name = other.name;
            access = other.access;
            bodyUse = other.bodyUse;
            maxBody = other.maxBody;
            usesSession = other.usesSession;
            csrfExempt = other.csrfExempt;
            conditional = other.conditional;
            rateLimit = other.rateLimit;
            timeout = other.timeout;
            cacheControl = other.cacheControl;
            middleware = other.middleware;
        }

        /** Calls it so. */
        public Draft name(String name) {
            this.name = name;
            return this;
        }

        /** Open to everybody. */
        public Draft open() {
            return access(Access.EVERYBODY);
        }

        /** Open to users with all of these permissions. */
        public Draft permission(String... permissions) {
            return access(Access.permissions(permissions));
        }

        /** Open to users who meet a condition. */
        public Draft user(Predicate<? super User> condition) {
            return access(Access.user(condition));
        }

        /** Open to these. */
        public Draft access(Access access) {
            this.access = access;
            return this;
        }

        /** Reads the body whole, up to the application's limit. */
        public Draft body() {
            return body(BodyUse.BYTES, 0);
        }

        /** Reads a form. */
        public Draft form() {
            return body(BodyUse.FORM, 0);
        }

        /** Does this with the body, up to so many bytes; 0 is the application's limit. */
        public Draft body(BodyUse use, long maxBytes) {
            bodyUse = use;
            maxBody = maxBytes;
            return this;
        }

        /** Uses the session, though it may not need a user. */
        public Draft session() {
            usesSession = true;
            return this;
        }

        /** Is asked without a CSRF token: only where something else proves the sender. */
        public Draft csrfExempt() {
            csrfExempt = true;
            return this;
        }

        /** Answers 304 to a client that has the same answer already, at the price of hashing each. */
        public Draft conditional() {
            conditional = true;
            return this;
        }

        /** May be asked so often. */
        public Draft rateLimit(RateLimit limit) {
            rateLimit = limit;
            return this;
        }

        /** May take so long. */
        public Draft timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** May be kept by this client for so long. */
        public Draft cacheFor(Duration age) {
            cacheControl = "private, max-age=" + age.toSeconds();
            return this;
        }

        /** May be kept by anybody for so long: only for answers that are the same for all. */
        public Draft cacheShared(Duration age) {
            cacheControl = "public, max-age=" + age.toSeconds();
            return this;
        }

        /** Has this around it, inside what it has already. */
        public Draft use(Middleware... more) {
            List<Middleware> all = new ArrayList<>(middleware);
            all.addAll(List.of(more));
            middleware = List.copyOf(all);
            return this;
        }

        /** Answered at once. A null result is a 404 to a reader and a 204 to anybody else. */
        public <T> Route<T> value(View<? extends @Nullable T> view, Reply<? super T> reply) {
            return new Route<>(new Draft(this), new Action.Now<>(view), reply);
        }

        /** Answered later. A null result is a 404 to a reader and a 204 to anybody else. */
        public <T> Route<T> future(View<? extends Future<? extends @Nullable T>> view, Reply<? super T> reply) {
            return new Route<>(new Draft(this), new Action.Later<>(view), reply);
        }

        /** Answered on a virtual thread, where the view may wait. The application needs JDK 21 to start. */
        public <T> Route<T> waiting(View<? extends @Nullable T> view, Reply<? super T> reply) {
            return new Route<>(new Draft(this), new Action.Waiting<>(view), reply);
        }

        /** Answered by becoming a WebSocket. */
        public Route<Void> socket(SocketSpec<?, ?> socket) {
            return new Route<>(new Draft(this), new Action.Upgrade<Void>(socket), Reply.nothing());
        }
    }
}
