package dev.plectrum.web.security;

import dev.plectrum.web.Request;
import io.vertx.core.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The user whom the session remembers. */
public final class SessionAuthentication implements Authentication {
    private static final Future<@Nullable User> NOBODY = Future.succeededFuture();

    private final Function<String, Future<@Nullable User>> users;

    /** Finds users by the id that they logged in with; null is one who is gone. */
    public SessionAuthentication(Function<String, Future<@Nullable User>> users) {
        this.users = users;
    }

    @Override
    public Future<@Nullable User> authenticate(Request request) {
        String id = request.session().userId();
        return id == null ? NOBODY : users.apply(id);
    }

    @Override
    public boolean usesSession() {
        return true;
    }
}
