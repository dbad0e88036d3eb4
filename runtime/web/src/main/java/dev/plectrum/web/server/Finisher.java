package dev.plectrum.web.server;

import dev.plectrum.web.Body;
import dev.plectrum.web.Cookie;
import dev.plectrum.web.IfMatch;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.WebOptions;
import dev.plectrum.web.error.Messages;
import dev.plectrum.web.error.Problem;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.security.ContentSecurityPolicy;
import dev.plectrum.web.text.HtmlWriter;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Gives an answer all that it needs on its way out: security headers, conditions, ranges, compression. */
final class Finisher {
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    private static final CharSequence CSP = HttpHeaders.createOptimized("content-security-policy");
    private static final CharSequence CSP_NOTHING = HttpHeaders.createOptimized(ContentSecurityPolicy.NOTHING.header());
    private static final CharSequence HSTS = HttpHeaders.createOptimized("strict-transport-security");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("referrer-policy");
    private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("same-origin");
    private static final CharSequence FRAME_OPTIONS = HttpHeaders.createOptimized("x-frame-options");
    private static final CharSequence DENY = HttpHeaders.createOptimized("DENY");
    private static final CharSequence OPENER_POLICY = HttpHeaders.createOptimized("cross-origin-opener-policy");
    private static final CharSequence RESOURCE_POLICY = HttpHeaders.createOptimized("cross-origin-resource-policy");
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");

    /** Below this a compressed answer is no shorter by the time its headers are counted. */
    private static final int WORTH_COMPRESSING = 1024;

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final WebOptions options;
    private final Messages messages;

    Finisher(ServerParts parts) {
        options = parts.options();
        messages = parts.messages();
    }

    // ---- problems

    /** A problem in the form that the client asked for: a page for browsers, JSON for all others. */
    Response problem(Exchange x, Problem said) {
        boolean translates = !messages.locales().isEmpty();
        Problem problem = translates ? messages.in(x.locale(), said) : said;
        Response response;
        String accept = x.header(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains("text/html") && !accept.contains("json")) {
            response = Response.html(page(x, problem)).withStatus(problem.status());
        } else {
            response =
                    Response.of(problem.status(), Problem.MEDIA_TYPE, JsonWriter.encode(ProblemJson.ENCODER, problem));
        }
        for (var header : problem.headers().entrySet()) {
            response = response.header(header.getKey(), header.getValue());
        }
        if (translates) {
            response = response.header("Content-Language", x.locale().toLanguageTag())
                    .header("Vary", "Accept-Language");
        }
        return response.header("X-Request-Id", x.id());
    }

    private static HtmlWriter page(Exchange x, Problem problem) {
        String title = problem.status() + " " + problem.title();
        var out = new HtmlWriter(512)
                .markup("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>")
                .text(title)
                .markup("</title>\n<h1>")
                .text(title)
                .markup("</h1>\n");
        if (problem.detail() != null) {
            out.markup("<p>").text(problem.detail()).markup("</p>\n");
        }
        problem.errors()
                .forEach(error -> out.markup("<p>").text(error.toString()).markup("</p>\n"));
        if (problem.members().get("trace") instanceof Iterable<?> trace) {
            out.markup("<pre>");
            trace.forEach(line -> out.text(String.valueOf(line)).markup("\n"));
            out.markup("</pre>\n");
        }
        return out.markup("<p><small>Request ").text(x.id()).markup("</small></p>\n</html>\n");
    }

    // ---- every answer

    /** Writes the headers, and says what is left to send. */
    Answer finish(Exchange x, Response response) {
        MultiMap out = x.incoming.answerHeaders();
        response.forEachHeader(out::add);
        if (!response.cookies().isEmpty()) {
            cookies(x, response, out);
        }
        contentType(response.contentType(), out);
        security(x, response.contentType(), out);
        caching(x, response, out);
        Body body = response.body();
        if (body instanceof Body.Bytes bytes) {
            return bytes(x, response, bytes.buffer(), out);
        } else if (body instanceof Body.File file) {
            return file(x, response, file, out);
        } else if (body instanceof Body.Stream stream) {
            if (isHead(x)) {
                stream.abandon().run();
                return new Answer.Bytes(response.status(), null);
            }
            return new Answer.Pieces(response.status(), stream);
        }
        return new Answer.Bytes(response.status(), null);
    }

    private static void cookies(Exchange x, Response response, MultiMap out) {
        boolean secure = x.scheme().equals("https");
        for (Cookie cookie : response.cookies()) {
            out.add(HttpHeaders.SET_COOKIE, cookie.header(secure));
        }
    }

    /** Whether a client that has the answer already may be told so: what wrote something has done it. */
    private static boolean isRead(Exchange x) {
        return x.method().equals(HttpMethod.GET) || isHead(x);
    }

    private static boolean isHead(Exchange x) {
        return x.method().equals(HttpMethod.HEAD);
    }

    private static void contentType(@Nullable String type, MultiMap out) {
        if (type != null) {
            out.set(HttpHeaders.CONTENT_TYPE, type.equals("application/json") ? JSON : type);
        }
    }

    private void security(Exchange x, @Nullable String type, MultiMap out) {
        out.set(CONTENT_TYPE_OPTIONS, NOSNIFF);
        if (type != null && type.startsWith("text/html")) {
            out.set(REFERRER_POLICY, SAME_ORIGIN);
            out.set(FRAME_OPTIONS, DENY);
            out.set(OPENER_POLICY, SAME_ORIGIN);
            if (!out.contains(CSP)) {
                ContentSecurityPolicy policy = options.contentSecurityPolicy();
                String nonce = x.cspNonceIfAny();
                out.set(CSP, nonce == null ? policy.header() : policy.header(nonce));
            }
        } else if (!out.contains(CSP)) {
            out.set(CSP, CSP_NOTHING);
        }
        if (!out.contains(RESOURCE_POLICY)) {
            out.set(RESOURCE_POLICY, SAME_ORIGIN);
        }
        long hsts = options.strictTransportSecurity().toSeconds();
        if (hsts > 0
                && (x.incoming.isSecure() || options.proxies() > 0)
                && x.scheme().equals("https")) {
            out.set(HSTS, "max-age=" + hsts);
        }
        if (x.headers().contains(REQUEST_ID)) {
            out.set(REQUEST_ID, x.id());
        }
    }

    private static void caching(Exchange x, Response response, MultiMap out) {
        if (!out.contains(HttpHeaders.CACHE_CONTROL)) {
            Route<?> route = x.target == null ? null : x.target.route();
            if (route != null && route.cacheControl() != null && response.status() < 300) {
                out.set(HttpHeaders.CACHE_CONTROL, route.cacheControl());
            } else if (x.session != null) {
                // What one user may see must not come out of a cache for another.
                out.set(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        }
        if (x.session != null) {
            vary(out, "Cookie");
        }
    }

    private static void vary(MultiMap out, String name) {
        String before = out.get(HttpHeaders.VARY);
        out.set(HttpHeaders.VARY, before == null ? name : before + ", " + name);
    }

    // ---- bytes

    private Answer bytes(Exchange x, Response response, Buffer buffer, MultiMap out) {
        boolean wanted = x.target != null && x.target.route().isConditional();
        if (response.status() == 200 && wanted && !out.contains(HttpHeaders.ETAG)) {
            out.set(HttpHeaders.ETAG, tag(buffer));
        }
        String tag = out.get(HttpHeaders.ETAG);
        if (response.status() == 200 && isRead(x) && tag != null && matches(x.header(HttpHeaders.IF_NONE_MATCH), tag)) {
            out.remove(HttpHeaders.CONTENT_TYPE);
            return new Answer.Bytes(304, null);
        }
        Buffer sent = compressed(x, response.contentType(), buffer, out);
        if (isHead(x)) {
            out.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(sent.length()));
            return new Answer.Bytes(response.status(), null);
        }
        return new Answer.Bytes(response.status(), sent);
    }

    /** A weak tag: compression changes the bytes but not what they say. */
    private static String tag(Buffer buffer) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(buffer.getBytes());
            return "W/\"" + Base64.getUrlEncoder().encodeToString(java.util.Arrays.copyOf(hash, 12)) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM has no SHA-256", e);
        }
    }

    /** Whether a list of tags names this one, by the weak comparison that readers may use. */
    static boolean matches(@Nullable String list, String tag) {
        if (list == null) {
            return false;
        }
        for (String each : list.split(",", -1)) {
            String one = each.strip();
            if (one.equals("*") || opaque(one).equals(opaque(tag))) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return IfMatch.uncompressed(tag.startsWith("W/") ? tag.substring(2) : tag);
    }

    private Buffer compressed(Exchange x, @Nullable String type, Buffer buffer, MultiMap out) {
        if (!options.compression()
                || buffer.length() < WORTH_COMPRESSING
                || type == null
                || !isCompressible(type)
                || out.contains(HttpHeaders.CONTENT_ENCODING)) {
            return buffer;
        }
        vary(out, "Accept-Encoding");
        if (!acceptsGzip(x.header(HttpHeaders.ACCEPT_ENCODING))) {
            return buffer;
        }
        var bytes = new ByteArrayOutputStream(buffer.length() / 2);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(buffer.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        String tag = out.get(HttpHeaders.ETAG);
        if (tag != null) {
            out.set(HttpHeaders.ETAG, IfMatch.compressed(tag));
        }
        return Buffer.buffer(bytes.toByteArray());
    }

    private static boolean isCompressible(String type) {
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/problem+json")
                || type.startsWith("application/javascript")
                || type.startsWith("application/xml")
                || type.startsWith("image/svg+xml");
    }

    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String part : header.split(",", -1)) {
            String coding = part.strip().toLowerCase(Locale.ROOT).replace(" ", "");
            if (coding.equals("gzip") || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }

    // ---- files

    private static Answer file(Exchange x, Response response, Body.File file, MultiMap out) {
        Instant modified = file.modified();
        if (modified != null) {
            out.set(HttpHeaders.LAST_MODIFIED, httpDate(modified));
            if (!out.contains(HttpHeaders.ETAG)) {
                out.set(
                        HttpHeaders.ETAG,
                        "\"" + Long.toHexString(modified.toEpochMilli()) + "-" + Long.toHexString(file.size()) + "\"");
            }
        }
        String tag = out.get(HttpHeaders.ETAG);
        if (isRead(x) && isUnchanged(x, tag, modified)) {
            out.remove(HttpHeaders.CONTENT_TYPE);
            return new Answer.Bytes(304, null);
        }
        out.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        ByteRange range = ByteRange.parse(x.header("Range"), file.size());
        String condition = x.header("If-Range");
        if (condition != null && !condition.equals(tag) && !isSameDate(condition, modified)) {
            range = ByteRange.WHOLE; // another version: a part of it would not fit what the client has
        }
        if (range.isUnsatisfiable()) {
            out.set(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            out.remove(HttpHeaders.CONTENT_TYPE);
            return new Answer.Bytes(416, null);
        }
        long length = range.isWhole() ? file.size() : range.length();
        int status = range.isWhole() ? response.status() : 206;
        if (!range.isWhole()) {
            out.set(
                    HttpHeaders.CONTENT_RANGE,
                    "bytes " + range.first() + "-" + (range.first() + length - 1) + "/" + file.size());
        }
        if (isHead(x)) {
            out.set(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
            return new Answer.Bytes(status, null);
        }
        return new Answer.FilePart(status, file.path(), range.first(), length);
    }

    private static boolean isUnchanged(Exchange x, @Nullable String tag, @Nullable Instant modified) {
        String tags = x.header(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return tag != null && matches(tags, tag);
        }
        String since = x.header(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && isSameDate(since, modified);
    }

    private static boolean isSameDate(String header, @Nullable Instant modified) {
        // Equal, not later: a client sends back the date it was given, and clocks differ.
        return modified != null && header.equals(httpDate(modified));
    }

    static String httpDate(Instant instant) {
        try {
            return HTTP_DATE.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No HTTP date for " + instant, e);
        }
    }
}
