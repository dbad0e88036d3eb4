package dev.plectrum.web.server;

import dev.plectrum.web.Cookie;
import dev.plectrum.web.session.Session;
import dev.plectrum.web.session.SessionOptions;
import dev.plectrum.web.session.SessionStore;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Brings sessions into requests and out again. */
final class Sessions {
    private static final Future<Void> NOTHING = Future.succeededFuture();

    private final SessionStore store;
    private final SessionOptions options;
    private final Clock clock;

    Sessions(SessionStore store, SessionOptions options, Clock clock) {
        this.store = store;
        this.options = options;
        this.clock = clock;
    }

    private String cookieName(Exchange x) {
        return isSecure(x) ? "__Host-" + options.cookie() : options.cookie();
    }

    private static boolean isSecure(Exchange x) {
        return x.scheme().equals("https");
    }

    /** The session of this request; a new one if it has none that is still good. */
    Future<Session> load(Exchange x) {
        Instant now = clock.instant();
        String token = x.cookie(cookieName(x));
        if (token == null || token.isEmpty()) {
            return Future.succeededFuture(Session.begin(now));
        }
        return store.load(token).map(data -> {
            if (data == null
                    || now.isAfter(data.createdAt().plus(options.absolute()))
                    || now.isAfter(data.usedAt().plus(options.idle()))) {
                return Session.begin(now);
            }
            x.sessionToken = token;
            return Session.resume(data);
        });
    }

    /** Keeps what changed, and tells the browser. */
    Future<Void> save(Exchange x) {
        Session session = x.session;
        if (session == null) {
            return NOTHING;
        }
        String token = x.sessionToken;
        if (session.isEnded()) {
            x.incoming
                    .answerHeaders()
                    .add(HttpHeaders.SET_COOKIE, Cookie.deleted(cookieName(x)).header(isSecure(x)));
            return token == null ? NOTHING : store.delete(token);
        }
        Instant now = clock.instant();
        if (!session.isChanged() && !(session.wasStored() && isStale(session, now))) {
            return NOTHING;
        }
        Instant end = session.createdAt().plus(options.absolute());
        Instant idleEnd = now.plus(options.idle());
        Instant expires = idleEnd.isBefore(end) ? idleEnd : end;
        Future<?> forgotten = session.isRenewed() && token != null ? store.delete(token) : NOTHING;
        return forgotten
                .compose(v -> store.save(session.isRenewed() ? null : token, session.data(now), expires))
                .map(kept -> tell(x, kept, Duration.between(now, expires)));
    }

    private @Nullable Void tell(Exchange x, String token, Duration age) {
        Cookie cookie = Cookie.of(cookieName(x), token).maxAge(age).sameSite(options.sameSite());
        x.incoming.answerHeaders().add(HttpHeaders.SET_COOKIE, cookie.header(isSecure(x)));
        return null;
    }

    /** Whether its last use is so long ago that this one must be noted. Noting every use would be a write for every read. */
    private boolean isStale(Session session, Instant now) {
        Duration often = options.idle().dividedBy(10);
        Duration enough = often.compareTo(Duration.ofHours(1)) < 0 ? often : Duration.ofHours(1);
        return now.isAfter(session.usedAt().plus(enough));
    }
}
