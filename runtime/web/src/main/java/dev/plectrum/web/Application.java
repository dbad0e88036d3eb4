package dev.plectrum.web;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.orm.exec.StatementListener;
import dev.plectrum.web.error.Messages;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.limit.MemoryRateLimiter;
import dev.plectrum.web.limit.RateLimiter;
import dev.plectrum.web.security.Authentication;
import dev.plectrum.web.security.SecretKeys;
import dev.plectrum.web.server.AccessLog;
import dev.plectrum.web.server.Failures;
import dev.plectrum.web.server.RequestListener;
import dev.plectrum.web.server.WebServer;
import dev.plectrum.web.session.CookieSessionStore;
import dev.plectrum.web.session.SessionStore;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An application in the making: routes, and whatever differs from the defaults. {@link #run} is what {@code main} calls;
 * {@link #start} is for tests and for those who have a {@code main} of their own.
 */
public final class Application {
    private final String name;
    private Map<String, String> environment = System.getenv();
    private UnaryOperator<WebOptions> options = UnaryOperator.identity();
    private Function<App, Routes> routes = app -> List::of;
    private Function<Vertx, Database> connect = Database::fromEnvironment;
    private Function<App, SessionStore> sessions = app -> new CookieSessionStore(app.keys());
    private Function<App, RateLimiter> rateLimiter = app -> new MemoryRateLimiter();
    private Clock clock = Clock.systemUTC();
    private @Nullable SecretKeys keys;
    private Failures failures = Failures.withDatabase();
    private Messages messages = Messages.NONE;
    private final List<Middleware> middleware = new ArrayList<>();
    private final List<Function<App, Authentication>> authentications = new ArrayList<>();
    private final List<RequestListener> listeners = new ArrayList<>();
    private final List<StatementListener> statementListeners = new ArrayList<>();
    private final List<Function<App, HealthCheck>> healthChecks = new ArrayList<>();
    private final List<Function<App, Future<?>>> beginnings = new ArrayList<>();
    private final List<Consumer<Built>> started = new ArrayList<>();
    private final List<Command> commands = new ArrayList<>();

    Application(String name) {
        this.name = name;
        commands.add(new RunServer());
        commands.add(new ListRoutes());
        commands.add(new ShowApi());
        commands.add(new Check());
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** Reads these variables instead of the process's environment: for tests. */
    public Application environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    /** Changes the options that the environment gave. */
    public Application options(UnaryOperator<WebOptions> change) {
        UnaryOperator<WebOptions> before = options;
        options = given -> change.apply(before.apply(given));
        return this;
    }

    /** What it answers: {@code app -> new ShopRoutes(app, mailer)}. */
    public Application routes(Function<App, Routes> registry) {
        routes = registry;
        return this;
    }

    /** Connects to the database in another way than by {@code DATABASE_URL}. */
    public Application database(Function<Vertx, Database> connect) {
        this.connect = connect;
        return this;
    }

    /** The secrets, in place of those of {@code PLECTRUM_SECRET_KEYS}. */
    public Application keys(SecretKeys keys) {
        this.keys = keys;
        return this;
    }

    /** Where sessions are kept; without it, in encrypted cookies. */
    public Application sessions(Function<App, SessionStore> store) {
        sessions = store;
        return this;
    }

    /** Where rates are counted; without it, in this process's memory. */
    public Application rateLimiter(Function<App, RateLimiter> limiter) {
        rateLimiter = limiter;
        return this;
    }

    /** One more way to say who asks, tried after those before it. */
    public Application authentication(Function<App, Authentication> authentication) {
        authentications.add(authentication);
        return this;
    }

    /** One more thing around everything, inside those before it. */
    public Application use(Middleware... more) {
        middleware.addAll(List.of(more));
        return this;
    }

    /** Answers failures of a type so; null passes them on to what is known of the types above. */
    public <E extends Throwable> Application onFailure(
            Class<E> type, Function<? super E, ? extends @Nullable Problem> mapping) {
        failures = failures.with(type, mapping);
        return this;
    }

    /**
     * Other words for what people read when a request is refused, in one language: the English sentence, with the names of its values, and
     * what to say instead. Which language a client gets is said by {@code options.locales(…)} and its {@code Accept-Language}.
     *
     * @see Messages
     */
    public Application messages(Locale locale, Map<String, String> translations) {
        messages = messages.with(locale, translations);
        return this;
    }

    /** Tells somebody of every request. */
    public Application listener(RequestListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Tells somebody of every request and of every statement: {@code new MicrometerMetrics(registry)}. */
    public <O extends RequestListener & StatementListener> Application observer(O observer) {
        statementListeners.add(observer);
        return listener(observer);
    }

    /** One more thing without which it is not ready. */
    public Application healthCheck(Function<App, HealthCheck> check) {
        healthChecks.add(check);
        return this;
    }

    /**
     * One more thing to do before it listens, after those before it: create the tables of a development database, say. If it
     * fails or throws, the application does not start.
     */
    public Application onStart(Function<App, Future<?>> work) {
        beginnings.add(work);
        return this;
    }

    /** Tells somebody once it listens, for instance the terminal where to look. */
    public Application onStarted(Consumer<Built> listener) {
        started.add(listener);
        return this;
    }

    /** One more command. */
    public Application command(Command command) {
        commands.add(command);
        return this;
    }

    /** Sets the clock: for tests. */
    public Application clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** The commands it knows. */
    List<Command> commands() {
        return List.copyOf(commands);
    }

    /** Everything built on this Vert.x, and nothing listening. Fails, naming the setting, where one is missing or wrong. */
    public Built build(Vertx vertx) {
        WebOptions chosen = options.apply(WebOptions.fromEnvironment(environment));
        var app = new App(name, chosen, vertx, secretKeys(chosen), clock, connect);
        Routes registry = routes.apply(app);
        List<HealthCheck> checks = new ArrayList<>();
        healthChecks.forEach(check -> checks.add(check.apply(app)));
        Database database = app.databaseIfAny();
        if (database != null) {
            statementListeners.forEach(database::addListener);
            checks.add(new HealthCheck("database", database::check));
        }
        List<RequestListener> told = new ArrayList<>(listeners);
        if (chosen.accessLog()) {
            told.add(new AccessLog());
        }
        var server = WebServer.of(
                new WebServer.Definition(
                        chosen,
                        registry.routes(),
                        middleware,
                        authentications.stream().map(each -> each.apply(app)).toList(),
                        sessions.apply(app),
                        rateLimiter.apply(app),
                        failures,
                        spoken(chosen),
                        told,
                        checks,
                        clock),
                vertx);
        return new Built(app, server);
    }

    /** Sentences in a language that nobody is answered in would be forgotten work. */
    private Messages spoken(WebOptions chosen) {
        for (Locale locale : messages.locales()) {
            if (chosen.locales().stream().noneMatch(one -> one.getLanguage().equals(locale.getLanguage()))) {
                throw new IllegalStateException("There are messages in " + locale.toLanguageTag()
                        + ", which is not one of the languages that are spoken: add it with options.locales(…)");
            }
        }
        return messages;
    }

    private SecretKeys secretKeys(WebOptions chosen) {
        if (keys != null) {
            return keys;
        }
        String text = environment.get("PLECTRUM_SECRET_KEYS");
        if (text != null) {
            return SecretKeys.of(Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .toList());
        }
        if (chosen.production()) {
            throw new IllegalStateException(
                    "PLECTRUM_SECRET_KEYS is not set. In production, sessions and tokens need secrets"
                            + " that outlive the process: make one with `openssl rand -base64 48`");
        }
        return SecretKeys.random();
    }

    /** Builds it and listens. */
    public Future<Built> start(Vertx vertx) {
        Built built;
        try {
            built = build(vertx);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
        return begin(built.app())
                .compose(begun -> built.server().start())
                .map(built)
                .onSuccess(running -> started.forEach(listener -> listener.accept(running)))
                .recover(cause -> built.stop().transform(v -> Future.failedFuture(cause)));
    }

    /** On an event loop of its own: what it asks of the database may then share a connection. */
    private Future<?> begin(App app) {
        if (beginnings.isEmpty()) {
            return Future.succeededFuture();
        }
        Promise<Object> promise = Promise.promise();
        app.vertx().getOrCreateContext().runOnContext(v -> {
            Future<?> begun = Future.succeededFuture();
            for (Function<App, Future<?>> work : beginnings) {
                begun = begun.compose(before -> work.apply(app));
            }
            begun.<Object>mapEmpty().onComplete(promise);
        });
        return promise.future();
    }

    /**
     * Runs the command that the arguments name, {@code runserver} if they name none, and ends the process with its exit code
     * unless it is 0.
     */
    public void run(String... args) {
        int code = new CommandLine(this, System.out, System.err).run(List.of(args));
        if (code != 0) {
            System.exit(code);
        }
    }

    /** An application that was built. */
    public static final class Built {
        private final App app;
        private final WebServer server;

        private Built(App app, WebServer server) {
            this.app = app;
            this.server = server;
        }

        /** What its parts were built from. */
        public App app() {
            return app;
        }

        /** Its server. */
        public WebServer server() {
            return server;
        }

        /** Lets requests finish, then closes everything but the Vert.x. */
        public Future<Void> stop() {
            return server.shutdown().eventually(app::close);
        }
    }
}
