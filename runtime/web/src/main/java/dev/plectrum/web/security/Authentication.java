package dev.plectrum.web.security;

import dev.plectrum.web.Request;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** One way for a request to say who asks. Several are tried in order. */
public interface Authentication {
    /**
     * Who asks; null if the request does not use this way. Fails with a 401 problem if it does, and wrongly: a bad token must not
     * pass as nobody.
     */
    Future<@Nullable User> authenticate(Request request);

    /** Whether this way needs the session, which is loaded before it is asked. */
    default boolean usesSession() {
        return false;
    }

    /** What a 401 says in {@code WWW-Authenticate}; null for nothing, because a browser would open a dialog of its own. */
    default @Nullable String challenge() {
        return null;
    }
}
