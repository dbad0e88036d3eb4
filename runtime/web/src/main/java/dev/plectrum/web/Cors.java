package dev.plectrum.web;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins read answers. Middleware; without it browsers let none. Origins are compared exactly: a pattern is
 * where mistakes live.
 *
 * @param origins origins such as {@code https://shop.example.com}; {@code *} is any, and then without cookies
 * @param methods what preflights allow
 * @param headers request headers that preflights allow
 * @param exposed response headers that scripts may read
 * @param credentials whether cookies go along
 * @param maxAge how long browsers remember a preflight
 */
public record Cors(
        Set<String> origins,
        List<HttpMethod> methods,
        List<String> headers,
        List<String> exposed,
        boolean credentials,
        Duration maxAge)
        implements Middleware {
    /** Refuses what no browser would honour. */
    public Cors {
        origins = Set.copyOf(origins);
        if (credentials && origins.contains("*")) {
            throw new IllegalArgumentException("Cookies cannot be shared with every origin: name the origins");
        }
    }

    /** These origins, the usual methods, JSON and bearer tokens, no cookies. */
    public static Cors origins(String... origins) {
        return new Cors(
                Set.of(origins),
                List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE),
                List.of("Authorization", "Content-Type", "X-CSRF-Token", "X-Request-Id"),
                List.of(),
                false,
                Duration.ofHours(1));
    }

    /** The same with cookies. */
    public Cors withCredentials() {
        return new Cors(origins, methods, headers, exposed, true, maxAge);
    }

    /** The same with these response headers readable. */
    public Cors expose(String... names) {
        return new Cors(origins, methods, headers, List.of(names), credentials, maxAge);
    }

    @Override
    public Future<Response> answer(Request request, Endpoint next) {
        String origin = request.header(HttpHeaders.ORIGIN);
        String allowed = allowed(origin);
        if (allowed != null
                && request.method().equals(HttpMethod.OPTIONS)
                && request.header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            return Future.succeededFuture(preflight(allowed));
        }
        return next.answer(request).map(response -> {
            // Caches must not serve one origin's answer to another, nor the one without an origin to either.
            Response varied = origins.contains("*") ? response : response.header("Vary", "Origin");
            if (allowed == null) {
                return varied;
            }
            Response shared = grant(varied, allowed).header("Cross-Origin-Resource-Policy", "cross-origin");
            return exposed.isEmpty()
                    ? shared
                    : shared.header("Access-Control-Expose-Headers", String.join(", ", exposed));
        });
    }

    private @Nullable String allowed(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        return origins.contains("*") ? "*" : origins.contains(origin) ? origin : null;
    }

    private Response preflight(String allowed) {
        List<String> names = new ArrayList<>();
        methods.forEach(method -> names.add(method.name()));
        return grant(Response.noContent(), allowed)
                .header("Access-Control-Allow-Methods", String.join(", ", names))
                .header("Access-Control-Allow-Headers", String.join(", ", headers))
                .header("Access-Control-Max-Age", Long.toString(maxAge.toSeconds()))
                .header("Vary", "Origin");
    }

    private Response grant(Response response, String allowed) {
        Response granted = response.header("Access-Control-Allow-Origin", allowed);
        return credentials ? granted.header("Access-Control-Allow-Credentials", "true") : granted;
    }
}
