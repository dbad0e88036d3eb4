package dev.plectrum.web;

import dev.plectrum.web.security.Access;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.util.List;

/** Lists every route and who may use it: what is open to everybody should be no surprise. */
final class ListRoutes implements Command {
    @Override
    public String name() {
        return "routes";
    }

    @Override
    public String summary() {
        return "lists every route, and who may use it";
    }

    @Override
    public int run(Application application, List<String> args, PrintStream out, PrintStream err) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Application.Built built = application.build(vertx);
            for (Route<?> route : built.server().routes()) {
                out.printf("%-8s %-40s %-30s %s%n", route.method(), route.path(), route.name(), who(route.access()));
            }
            built.app().close().toCompletionStage().toCompletableFuture().get();
            return 0;
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private static String who(Access access) {
        if (access instanceof Access.Everybody) {
            return "everybody";
        } else if (access instanceof Access.LoggedIn) {
            return "users";
        } else if (access instanceof Access.Permissions permissions) {
            return "users with " + String.join(", ", permissions.names());
        }
        return "users who meet a condition";
    }
}
