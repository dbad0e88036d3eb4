package dev.plectrum.web.security;

import dev.plectrum.web.Request;
import dev.plectrum.web.error.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The user whom a token in {@code Authorization: Bearer …} names. */
public final class BearerAuthentication implements Authentication {
    private static final Future<@Nullable User> NOBODY = Future.succeededFuture();
    private static final String SCHEME = "Bearer ";

    private final Function<String, Future<@Nullable User>> tokens;

    /** Finds users by their token; null is a token that is not valid. */
    public BearerAuthentication(Function<String, Future<@Nullable User>> tokens) {
        this.tokens = tokens;
    }

    /** Users by tokens of {@link SignedTokens}, and by the id that the token carries. */
    public static BearerAuthentication signed(SignedTokens tokens, Function<String, Future<@Nullable User>> users) {
        return new BearerAuthentication(token -> {
            String id = tokens.read(token);
            return id == null ? NOBODY : users.apply(id);
        });
    }

    @Override
    public Future<@Nullable User> authenticate(Request request) {
        String header = request.header(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return NOBODY;
        }
        return tokens.apply(header.substring(SCHEME.length()).strip())
                .compose(user -> user == null ? Future.failedFuture(invalid()) : Future.succeededFuture(user));
    }

    private static Throwable invalid() {
        return Problem.of(401, "invalid-token")
                .detail("The token is not valid, or not any more")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .exception();
    }

    @Override
    public String challenge() {
        return "Bearer";
    }
}
