package dev.plectrum.web;

import dev.plectrum.orm.exec.Database;
import dev.plectrum.web.security.SecretKeys;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an application's parts are built from: the registry of views is given one. */
public final class App {
    private final String name;
    private final WebOptions options;
    private final Vertx vertx;
    private final SecretKeys keys;
    private final Clock clock;
    private final Function<Vertx, Database> connect;
    private final Deque<Supplier<Future<Void>>> closing = new ArrayDeque<>();
    private @Nullable Database database;

    App(String name, WebOptions options, Vertx vertx, SecretKeys keys, Clock clock, Function<Vertx, Database> connect) {
        this.name = name;
        this.options = options;
        this.vertx = vertx;
        this.keys = keys;
        this.clock = clock;
        this.connect = connect;
    }

    /** What the application is called. */
    public String name() {
        return name;
    }

    /** How its server behaves. */
    public WebOptions options() {
        return options;
    }

    /** The Vert.x instance that it runs on. */
    public Vertx vertx() {
        return vertx;
    }

    /** Its secrets. */
    public SecretKeys keys() {
        return keys;
    }

    /** What it tells the time by. */
    public Clock clock() {
        return clock;
    }

    /**
     * Its database, connected when first asked for and closed when the application ends. Without a {@code DATABASE_URL},
     * development services start one, which takes a moment: ask while the application is built, not on an event loop.
     */
    public synchronized Database database() {
        Database connected = database;
        if (connected == null) {
            Database opened = connect.apply(vertx);
            database = opened;
            onClose(opened::close);
            return opened;
        }
        return connected;
    }

    /** The database if anybody asked for it. */
    synchronized @Nullable Database databaseIfAny() {
        return database;
    }

    /** Has something closed when the application ends; what came last is closed first. */
    public synchronized void onClose(Supplier<Future<Void>> close) {
        closing.push(close);
    }

    Future<Void> close() {
        Supplier<Future<Void>> next;
        synchronized (this) {
            next = closing.poll();
        }
        if (next == null) {
            return Future.succeededFuture();
        }
        return next.get().eventually(this::close);
    }
}
