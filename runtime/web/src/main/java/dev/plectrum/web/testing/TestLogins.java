package dev.plectrum.web.testing;

import dev.plectrum.web.Request;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.security.Authentication;
import dev.plectrum.web.security.SecretKeys;
import dev.plectrum.web.security.User;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Logs test clients in as anyone, whatever ways to log in an application has of its own: a test adds this one to them.
 *
 * <pre>{@code
 * TestLogins logins = new TestLogins();
 * application.authentication(app -> logins);
 * TestClient ada = client.as(logins, new Customer("ada"));
 * }</pre>
 */
public final class TestLogins implements Authentication {
    static final String HEADER = "X-Test-Login";

    private static final Future<@Nullable User> NOBODY = Future.succeededFuture();
    private static final int TOKEN = 16;

    private final Map<String, User> users = new ConcurrentHashMap<>();

    /** What a client says to be taken for this user. */
    String token(User user) {
        String token = SecretKeys.randomText(TOKEN);
        users.put(token, user);
        return token;
    }

    @Override
    public Future<@Nullable User> authenticate(Request request) {
        String token = request.header(HEADER);
        if (token == null) {
            return NOBODY;
        }
        User user = users.get(token);
        return user == null
                ? Future.failedFuture(Problem.of(401, "invalid-token").exception())
                : Future.succeededFuture(user);
    }
}
