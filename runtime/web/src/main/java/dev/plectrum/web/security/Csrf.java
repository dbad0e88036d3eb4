package dev.plectrum.web.security;

import dev.plectrum.web.Request;
import dev.plectrum.web.error.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that another site made a browser send. Two nets: where the request says it comes from, which all browsers of
 * today do, and a token that only pages of this site can know, for requests that a session cookie vouches for.
 */
public final class Csrf {
    /** The header that carries the token. */
    public static final String HEADER = "X-CSRF-Token";

    /** The form field that carries the token. */
    public static final String FIELD = "csrf_token";

    private static final int SECRET = 16;
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final Set<String> trustedOrigins;

    /** A guard that takes these origins, such as {@code https://admin.example.com}, for its own. */
    public Csrf(Set<String> trustedOrigins) {
        this.trustedOrigins = Set.copyOf(trustedOrigins);
    }

    /** Whether a method cannot change anything, and needs no guard. */
    public static boolean isSafe(HttpMethod method) {
        return SAFE.contains(method);
    }

    /** Whether the request says that this site made it, or says nothing. */
    public boolean isSameOrigin(Request request) {
        String origin = request.header(HttpHeaders.ORIGIN);
        if (origin != null && !origin.equals("null") && trustedOrigins.contains(origin)) {
            return true;
        }
        String site = request.header("Sec-Fetch-Site");
        if (site != null) {
            // Same-site is not enough: a neighbour under the same domain may belong to somebody else.
            return site.equals("same-origin") || site.equals("none");
        }
        return origin == null || origin.equals(request.scheme() + "://" + request.host());
    }

    /** Fails with a 403 problem if the request was made by another site. */
    public void checkOrigin(Request request) {
        if (request.header(HttpHeaders.AUTHORIZATION) == null && !isSameOrigin(request)) {
            throw Problem.of(403, "csrf-origin")
                    .detail("The request comes from another site")
                    .exception();
        }
    }

    /** Fails with a 403 problem unless the request carries a token made from this secret. */
    public static void checkToken(Request request, @Nullable String secret) {
        String token = request.header(HEADER);
        if (token == null) {
            token = request.form().get(FIELD);
        }
        if (token == null) {
            throw Problem.of(403, "csrf-token")
                    .detail("The request has no CSRF token: send it as the form field " + FIELD + " or the header "
                            + HEADER)
                    .exception();
        }
        if (secret == null || !matches(secret, token)) {
            throw Problem.of(403, "csrf-token")
                    .detail("The CSRF token is not this session's: load the page again")
                    .exception();
        }
    }

    /** A secret for a new session. */
    public static String newSecret() {
        return SecretKeys.randomText(SECRET);
    }

    /** The secret under a new mask. Were it the same in every page, compression would give it away letter by letter. */
    public static String token(String secret) {
        byte[] hidden = Base64.getUrlDecoder().decode(secret);
        byte[] token = new byte[2 * SECRET];
        System.arraycopy(SecretKeys.randomBytes(SECRET), 0, token, 0, SECRET);
        for (int i = 0; i < SECRET; i++) {
            token[SECRET + i] = (byte) (hidden[i] ^ token[i]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static boolean matches(String secret, String token) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (given.length != 2 * SECRET) {
            return false;
        }
        byte[] unmasked = new byte[SECRET];
        for (int i = 0; i < SECRET; i++) {
            unmasked[i] = (byte) (given[i] ^ given[SECRET + i]);
        }
        return MessageDigest.isEqual(unmasked, Base64.getUrlDecoder().decode(secret));
    }
}
