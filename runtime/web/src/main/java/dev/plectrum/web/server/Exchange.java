package dev.plectrum.web.server;

import dev.plectrum.orm.exec.Cancellation;
import dev.plectrum.web.Inputs;
import dev.plectrum.web.Request;
import dev.plectrum.web.RequestKey;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Upload;
import dev.plectrum.web.WebOptions;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.input.Ascii;
import dev.plectrum.web.input.Fields;
import dev.plectrum.web.input.UnreadableException;
import dev.plectrum.web.security.Csrf;
import dev.plectrum.web.security.SecretKeys;
import dev.plectrum.web.security.User;
import dev.plectrum.web.session.Session;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One request and everything that is known of it so far. Belongs to one event loop. */
final class Exchange implements Request {
    /** How far a request has come: decides what a passed deadline is answered with. */
    enum Stage {
        READING,
        WORKING,
        ANSWERED,
        OVER
    }

    final Incoming incoming;
    final ContextInternal context;
    final WebOptions options;
    final long startedNanos = System.nanoTime();

    /** The neighbours among the requests in flight on this event loop. */
    @Nullable Exchange previous;

    @Nullable Exchange next;

    /** Whether it is among the requests in flight. */
    boolean listed;

    Stage stage = Stage.WORKING;
    long deadlineNanos;
    int status;

    @Nullable Throwable failure;

    /** Where the answer goes; the innermost middleware's promise while one waits for it. */
    @Nullable Promise<Response> waiting;

    Endpoints.@Nullable Target<?> target;

    List<String> pathValues = List.of();

    @Nullable User user;

    @Nullable Session session;

    @Nullable String sessionToken;

    /** Null while nothing was read: most requests have no body. */
    @Nullable Buffer body;

    Incoming.Form form = Incoming.Form.EMPTY;

    private final String uri;
    private final String path;
    private final @Nullable String targetHost;
    private @Nullable String id;
    private @Nullable Fields query;
    private @Nullable Fields cookies;
    private @Nullable String nonce;
    private @Nullable Inputs inputs;
    private @Nullable Locale locale;
    private @Nullable Promise<Void> ended;
    private @Nullable Cancellation cancellation;
    private @Nullable IdentityHashMap<RequestKey<?>, Object> left;

    Exchange(Incoming incoming, ContextInternal context, WebOptions options) {
        this.incoming = incoming;
        this.context = context;
        this.options = options;
        String target = incoming.uri();
        int behindScheme = behindScheme(target);
        int behindHost = behindScheme < 0 ? 0 : behindHost(target, behindScheme);
        targetHost = behindScheme < 0 ? null : target.substring(behindScheme, behindHost);
        String local = target.substring(behindHost);
        uri = targetHost == null || local.startsWith("/") ? local : "/" + local;
        int mark = uri.indexOf('?');
        path = mark < 0 ? uri : uri.substring(0, mark);
        deadlineNanos = startedNanos + options.requestTimeout().toNanos();
    }

    /** Where the host begins in a target that has one, as clients of proxies send it; -1 in one that is a path. */
    private static int behindScheme(String target) {
        if (target.startsWith("/") || !target.regionMatches(true, 0, "http", 0, 4)) {
            return -1;
        }
        int colon = target.length() > 4 && target.charAt(4) == 's' ? 5 : 4;
        return target.startsWith("://", colon) ? colon + 3 : -1;
    }

    private static int behindHost(String target, int from) {
        for (int i = from; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c == '/' || c == '?') {
                return i;
            }
        }
        return target.length();
    }

    /** The host that the request's target names; null if it names none, as is usual. */
    @Nullable String targetHost() {
        return targetHost;
    }

    @Override
    public HttpMethod method() {
        return incoming.method();
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public MultiMap headers() {
        return incoming.headers();
    }

    @Override
    public @Nullable String header(CharSequence name) {
        return incoming.headers().get(name);
    }

    @Override
    public @Nullable String cookie(String name) {
        Fields parsed = cookies;
        if (parsed == null) {
            try {
                parsed = cookies = Fields.cookies(header(HttpHeaders.COOKIE), options.maxFields());
            } catch (UnreadableException e) {
                throw malformed("cookie header", e);
            }
        }
        return parsed.get(name);
    }

    private static RuntimeException malformed(String what, UnreadableException e) {
        return Problem.of(400, e.code())
                .detail("The " + what + " " + e.detail())
                .exception();
    }

    @Override
    public String scheme() {
        if (options.proxies() > 0) {
            String told = lastOf("X-Forwarded-Proto", 1);
            if (told != null) {
                return told.equals("https") ? "https" : "http";
            }
        }
        return incoming.isSecure() ? "https" : "http";
    }

    @Override
    public String host() {
        String told = options.proxies() > 0 ? lastOf("X-Forwarded-Host", 1) : null;
        String host = told == null ? header(HttpHeaders.HOST) : told;
        return host == null ? "" : host;
    }

    @Override
    public String clientAddress() {
        if (options.proxies() > 0) {
            // Each proxy adds whom it heard from at the end; what stands before ours is the client's own claim.
            String told = lastOf("X-Forwarded-For", options.proxies());
            if (told != null) {
                return told;
            }
        }
        return incoming.peerAddress();
    }

    /** The last but so many of a list of values; a proxy may add to the last line of them, or add a line. */
    private @Nullable String lastOf(String name, int count) {
        List<String> lines = headers().getAll(name);
        if (lines.isEmpty()) {
            return null;
        }
        String[] parts = String.join(",", lines).split(",", -1);
        return parts.length < count ? null : parts[parts.length - count].strip();
    }

    @Override
    public Route<?> route() {
        if (target == null) {
            throw new IllegalStateException("No route was found for " + method() + " " + path);
        }
        return target.route();
    }

    @Override
    public String id() {
        String known = id;
        if (known == null) {
            String sent = header("X-Request-Id");
            known = id = sent != null && isSensible(sent)
                    ? sent
                    : Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
        }
        return known;
    }

    private static boolean isSensible(String id) {
        if (id.isEmpty() || id.length() > 64) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = Ascii.isLetterOrDigit(c);
            if (!plain && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    @Override
    public Instant deadline() {
        return Instant.now().plusNanos(deadlineNanos - System.nanoTime());
    }

    void timeout(Duration timeout) {
        deadlineNanos = startedNanos + timeout.toNanos();
    }

    @Override
    public Locale locale() {
        Locale known = locale;
        if (known == null) {
            known = locale = preferred();
        }
        return known;
    }

    private Locale preferred() {
        String header = header(HttpHeaders.ACCEPT_LANGUAGE);
        if (header != null && header.length() < 500) {
            try {
                Locale best = Locale.lookup(Locale.LanguageRange.parse(header), options.locales());
                if (best != null) {
                    return best;
                }
            } catch (IllegalArgumentException e) {
                return options.locales().get(0); // a header that is no list of languages asks for none
            }
        }
        return options.locales().get(0);
    }

    @Override
    public @Nullable User user() {
        return user;
    }

    @Override
    public User requireUser() {
        if (user == null) {
            throw Problem.of(401, "login-required").exception();
        }
        return user;
    }

    @Override
    public Session session() {
        if (session == null) {
            throw new IllegalStateException("The session was not loaded: the route must say session(), or need a user");
        }
        return session;
    }

    @Override
    public String csrfToken() {
        return Csrf.token(session().csrfSecret());
    }

    @Override
    public String cspNonce() {
        String known = nonce;
        if (known == null) {
            known = nonce = SecretKeys.randomText(16);
        }
        return known;
    }

    @Nullable String cspNonceIfAny() {
        return nonce;
    }

    @Override
    public List<String> pathValues() {
        return pathValues;
    }

    @Override
    public Fields query() {
        Fields parsed = query;
        if (parsed == null) {
            int mark = uri.indexOf('?');
            try {
                parsed = query = mark < 0 ? Fields.NONE : Fields.parse(uri.substring(mark + 1), options.maxFields());
            } catch (UnreadableException e) {
                throw malformed("query string", e);
            }
        }
        return parsed;
    }

    @Override
    public Fields form() {
        return form.fields();
    }

    @Override
    public List<Upload> uploads() {
        return form.uploads();
    }

    @Override
    public Buffer body() {
        Buffer read = body;
        if (read == null) {
            read = body = Buffer.buffer(0);
        }
        return read;
    }

    @Override
    public ReadStream<Buffer> bodyStream() {
        return incoming.stream();
    }

    @Override
    public Inputs inputs() {
        Inputs known = inputs;
        if (known == null) {
            known = inputs = new Inputs(this, options.jsonLimits());
        }
        return known;
    }

    @Override
    @SuppressWarnings("unchecked") // put() pairs keys with values of their type
    public <T> @Nullable T get(RequestKey<T> key) {
        return left == null ? null : (T) left.get(key);
    }

    @Override
    public <T> void put(RequestKey<T> key, @Nullable T value) {
        if (left == null) {
            left = new IdentityHashMap<>(4);
        }
        if (value == null) {
            left.remove(key);
        } else {
            left.put(key, value);
        }
    }

    @Override
    public Future<Void> ended() {
        Promise<Void> promise = ended;
        if (promise == null) {
            promise = ended = Promise.promise();
            if (stage == Stage.OVER) {
                promise.complete();
            }
        }
        return promise.future();
    }

    /** From here on, statements of the database end when nobody waits for them any more. */
    void cancellable() {
        Cancellation made = new Cancellation();
        made.enter(context);
        cancellation = made;
    }

    /** Has another context work for it, as the request's own does. */
    void carryTo(ContextInternal other) {
        CurrentRequest.set(other, this);
        if (cancellation != null) {
            cancellation.enter(other);
        }
    }

    /** Tells whoever works for it that nobody waits for the result any more. */
    void giveUp(Throwable cause) {
        if (cancellation != null) {
            cancellation.cancel();
        }
        if (ended != null) {
            ended.tryFail(cause);
        }
    }

    /** Tells whoever waits that this is over: well, or because of this. */
    void over(@Nullable Throwable cause) {
        stage = Stage.OVER;
        if (cause != null && cancellation != null) {
            cancellation.cancel();
        }
        if (ended != null) {
            if (cause == null) {
                ended.tryComplete();
            } else {
                ended.tryFail(cause);
            }
        }
    }

    @Override
    public Vertx vertx() {
        return context.owner();
    }

    @Override
    public String toString() {
        return method() + " " + path;
    }
}
