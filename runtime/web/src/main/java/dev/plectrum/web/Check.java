package dev.plectrum.web;

import dev.plectrum.web.api.ApiChanges;
import dev.plectrum.web.api.ApiDocument;
import dev.plectrum.web.security.Access;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for what should be no surprise: what is open to everybody, and what an API takes away from its clients. */
final class Check implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "[--api FILE]  lists the public routes; fails if the API breaks clients of the one that openapi printed to FILE";
    }

    @Override
    public int run(Application application, List<String> args, PrintStream out, PrintStream err) throws Exception {
        if (!args.isEmpty() && (args.size() != 2 || !args.get(0).equals("--api"))) {
            throw new IllegalArgumentException("check has no option \"" + String.join(" ", args) + "\"");
        }
        publicRoutes(application, out);
        if (args.isEmpty()) {
            return 0;
        }
        Path saved = Path.of(args.get(1));
        if (!Files.isRegularFile(saved)) {
            throw new IllegalArgumentException("There is no file " + saved + ": make it with openapi > " + saved);
        }
        List<String> breaking = ApiChanges.breaking(
                new ApiDocument(Files.readString(saved)),
                ApiDocument.of(Thread.currentThread().getContextClassLoader()));
        breaking.forEach(change -> err.println("breaking: " + change));
        return breaking.isEmpty() ? 0 : 1;
    }

    private static void publicRoutes(Application application, PrintStream out) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Application.Built built = application.build(vertx);
            for (Route<?> route : built.server().routes()) {
                if (route.access() instanceof Access.Everybody) {
                    out.printf("public: %-8s %-40s %s%n", route.method(), route.path(), route.name());
                }
            }
            built.app().close().toCompletionStage().toCompletableFuture().get();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }
}
