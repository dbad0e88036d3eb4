package dev.plectrum.web;

import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves until the process is told to end, then lets requests finish. */
final class RunServer implements Command {
    private static final String NETTY_EVENTS = "io.netty.jfr.enabled";

    @Override
    public String name() {
        return "runserver";
    }

    @Override
    public String summary() {
        return "[--host HOST] [--port PORT]  serves the application; what runs when no command is named";
    }

    @Override
    public int run(Application application, List<String> args, PrintStream out, PrintStream err) throws Exception {
        for (int i = 0; i < args.size(); i += 2) {
            String value = i + 1 < args.size() ? args.get(i + 1) : "";
            switch (args.get(i)) {
                case "--host" -> application.options(options -> options.host(value));
                case "--port" -> application.options(options -> options.port(port(value)));
                default -> throw new IllegalArgumentException("runserver has no option \"" + args.get(i) + "\"");
            }
        }
        spareFlightRecorder();
        Vertx vertx = Vertx.vertx();
        Application.Built built;
        try {
            built = application
                    .start(vertx)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (java.util.concurrent.ExecutionException e) {
            vertx.close().toCompletionStage().toCompletableFuture().get();
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
        out.println(application.name() + " at " + built.server().url());
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(built, vertx, ended, err), "plectrum-shutdown"));
        ended.await();
        return 0;
    }

    /**
     * Netty describes its allocator's events to the flight recorder before the first byte is sent, and that alone starts the recorder: a
     * tenth of the CPU of a start. Whoever records those events sets the property to true.
     */
    private static void spareFlightRecorder() {
        if (System.getProperty(NETTY_EVENTS) == null) {
            System.setProperty(NETTY_EVENTS, "false");
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port is a number, not \"" + text + "\"", e);
        }
        throw new IllegalArgumentException("--port is between 0 and 65535, not " + text);
    }

    private static void stop(Application.Built built, Vertx vertx, CountDownLatch ended, PrintStream err) {
        try {
            long seconds = built.app().options().shutdownTimeout().toSeconds() + 10;
            built.stop()
                    .eventually(vertx::close)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            err.println("The application did not end cleanly: " + e);
        } finally {
            ended.countDown();
        }
    }
}
