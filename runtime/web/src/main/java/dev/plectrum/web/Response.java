package dev.plectrum.web;

import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.text.HtmlWriter;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer: status, headers, body. Immutable; the {@code with} methods return another one. What every answer carries, such
 * as the security headers and the length, is added by the server and need not be here.
 */
public final class Response {
    private static final String[] NO_HEADERS = {};
    private static final String HTML = "text/html; charset=utf-8";

    private final int status;
    private final String[] headers;
    private final List<Cookie> cookies;
    private final @Nullable String contentType;
    private final Body body;

    private Response(int status, String[] headers, List<Cookie> cookies, @Nullable String contentType, Body body) {
        this.status = status;
        this.headers = headers;
        this.cookies = cookies;
        this.contentType = contentType;
        this.body = body;
    }

    /** An answer of this status without a body. */
    public static Response status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("An answer's status is 200 to 599, not " + status);
        }
        return new Response(status, NO_HEADERS, List.of(), null, Body.NONE);
    }

    /** An answer of this type with these bytes. */
    public static Response of(int status, String contentType, Buffer body) {
        return new Response(status, NO_HEADERS, List.of(), contentType, new Body.Bytes(body));
    }

    /** A plain text. */
    public static Response text(String text) {
        return of(200, "text/plain; charset=utf-8", Buffer.buffer(text));
    }

    /** A page. */
    public static Response html(String html) {
        return of(200, HTML, Buffer.buffer(html));
    }

    /** A page. The writer must not be used again. */
    public static Response html(HtmlWriter html) {
        return of(200, HTML, html.toBuffer());
    }

    /** A value as JSON. */
    public static <T> Response json(JsonEncoder<? super T> encoder, T value) {
        return json(encoder, value, 256);
    }

    static <T> Response json(JsonEncoder<? super T> encoder, T value, int sizeHint) {
        var out = new JsonWriter(sizeHint);
        encoder.write(out, value);
        return of(200, "application/json", out.toBuffer());
    }

    /** 204. */
    public static Response noContent() {
        return status(204);
    }

    /** 303: look there with GET. What follows a form. */
    public static Response seeOther(Url url) {
        return status(303).header("Location", url.toString());
    }

    /** 307: ask there, in the same way. */
    public static Response redirect(Url url) {
        return status(307).header("Location", url.toString());
    }

    /** 308: ask there, in the same way, from now on. */
    public static Response moved(Url url) {
        return status(308).header("Location", url.toString());
    }

    /**
     * A redirect to another site. Never pass on what a request says: that is how open redirects are made.
     *
     * @param location an absolute URL
     */
    public static Response external(int status, String location) {
        return status(status).header("Location", location);
    }

    /** A file, with ranges and conditions answered by the server. */
    public static Response file(Path path, long size, @Nullable Instant modified, String contentType) {
        return new Response(200, NO_HEADERS, List.of(), contentType, new Body.File(path, size, modified));
    }

    /** Pieces as they come. */
    public static Response stream(String contentType, Body.Stream body) {
        return new Response(200, NO_HEADERS, List.of(), contentType, body);
    }

    /** The same with another status. */
    public Response withStatus(int status) {
        return new Response(status, headers, cookies, contentType, body);
    }

    /** The same with one more header. Fails with {@link IllegalArgumentException} if it cannot be one. */
    public Response header(String name, String value) {
        if (!isHeader(name, value)) {
            throw new IllegalArgumentException("The header " + name + " has characters that headers cannot carry");
        }
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = name;
        more[headers.length + 1] = value;
        return new Response(status, more, cookies, contentType, body);
    }

    private static boolean isHeader(String name, String value) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) <= ' ' || name.charAt(i) >= 0x7f || name.charAt(i) == ':') {
                return false;
            }
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** The same with one more cookie. */
    public Response cookie(Cookie cookie) {
        List<Cookie> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Response(status, headers, List.copyOf(more), contentType, body);
    }

    /** The same as an attachment that the browser saves under this name. */
    public Response attachment(String fileName) {
        var ascii = new StringBuilder();
        fileName.chars()
                .forEach(
                        c -> ascii.append(c < 0x20 || c >= 0x7f || c == '"' || c == '\\' || c == '/' ? '_' : (char) c));
        return header(
                "Content-Disposition",
                "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''"
                        + dev.plectrum.web.input.Percent.encode(fileName));
    }

    /** The same with another body. */
    public Response withBody(Body body) {
        return new Response(status, headers, cookies, contentType, body);
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The media type of the body. */
    public @Nullable String contentType() {
        return contentType;
    }

    /** The body. */
    public Body body() {
        return body;
    }

    /** The cookies to set. */
    public List<Cookie> cookies() {
        return cookies;
    }

    /** The first header of this name, in any case. */
    public @Nullable String header(String name) {
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equalsIgnoreCase(name)) {
                return headers[i + 1];
            }
        }
        return null;
    }

    /** Does something with every header. */
    public void forEachHeader(BiConsumer<String, String> action) {
        for (int i = 0; i < headers.length; i += 2) {
            action.accept(headers[i], headers[i + 1]);
        }
    }

    @Override
    public String toString() {
        return status + (contentType == null ? "" : " " + contentType);
    }
}
