package dev.plectrum.web.session;

import io.vertx.core.Future;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where sessions are kept between requests. What the browser holds is a token; what it means is the store's affair. */
public interface SessionStore {
    /** What was saved under this token, or null if there is nothing any more. */
    Future<@Nullable SessionData> load(String token);

    /**
     * Keeps a session.
     *
     * @param token the token it was loaded with; null for a new one, and after a login, when the old token must not stay good
     * @param expiresAt when it may be forgotten
     * @return the token that the browser is given
     */
    Future<String> save(@Nullable String token, SessionData data, Instant expiresAt);

    /** Forgets what was saved under this token. */
    Future<Void> delete(String token);
}
