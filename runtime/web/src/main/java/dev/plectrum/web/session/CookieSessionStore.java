package dev.plectrum.web.session;

import dev.plectrum.web.security.SecretKeys;
import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in the cookie itself, encrypted and signed. Needs no table and scales by itself. The price: a cookie that was copied
 * stays good until it expires, even after a logout, and everything must fit into 4,000 characters.
 */
public final class CookieSessionStore implements SessionStore {
    private static final int LONGEST = 4000;

    private final SecretKeys.Sealer sealer;

    /** Cookies sealed with these keys. */
    public CookieSessionStore(SecretKeys keys) {
        sealer = keys.sealer("session cookie");
    }

    @Override
    public Future<@Nullable SessionData> load(String token) {
        byte[] bytes = sealer.open(token);
        return Future.succeededFuture(bytes == null ? null : SessionData.decode(bytes));
    }

    @Override
    public Future<String> save(@Nullable String token, SessionData data, Instant expiresAt) {
        String sealed = sealer.seal(data.encode());
        if (sealed.length() > LONGEST) {
            return Future.failedFuture(new IllegalStateException(
                    "The session is " + sealed.length() + " characters long and a cookie holds " + LONGEST
                            + ": keep less in it, or keep sessions in the database"));
        }
        return Future.succeededFuture(sealed);
    }

    @Override
    public Future<Void> delete(String token) {
        return Future.succeededFuture();
    }
}
