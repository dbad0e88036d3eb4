package dev.plectrum.web.testing;

import dev.plectrum.orm.PageRequest;
import dev.plectrum.web.IfMatch;
import dev.plectrum.web.Url;
import dev.plectrum.web.input.Percent;
import dev.plectrum.web.input.TextType;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that typed values are put into, as generated clients of views do. Null is left out: what is missing then is for the view
 * to say.
 *
 * <pre>{@code
 * client.request(HttpMethod.GET, Url.path("/products/").segment(id))
 *         .query("lang", STRING, lang)
 *         .answer(AnswerReader.json(ProductCodec.INSTANCE));
 * }</pre>
 */
public final class TestRequest {
    // No line of a part is this: parts are files and texts of tests.
    private static final String BOUNDARY = "plectrum-7MA4YWxkTrZu0gW";

    private final TestClient client;
    private final HttpMethod method;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> cookies = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Part> files = new ArrayList<>();
    private Url url;
    private boolean form;
    private @Nullable String contentType;
    private Buffer body = Buffer.buffer();

    TestRequest(TestClient client, HttpMethod method, Url url) {
        this.client = client;
        this.method = method;
        this.url = url;
    }

    private record Field(String name, String text) {}

    private record Part(String name, TestFile file) {}

    /** A query parameter. */
    public <T> TestRequest query(String name, TextType<T> type, @Nullable T value) {
        url = url.query(name, type, value);
        return this;
    }

    /** A query parameter with any number of values. */
    public <T> TestRequest queries(String name, TextType<T> type, @Nullable Iterable<T> values) {
        if (values != null) {
            values.forEach(value -> query(name, type, value));
        }
        return this;
    }

    /** The query parameters that ask for a page. */
    public TestRequest page(@Nullable PageRequest page) {
        if (page != null) {
            url = url.query("page", page.number()).query("size", page.size());
            url = page.total() ? url.query("total", true) : url;
        }
        return this;
    }

    /** A header. */
    public <T> TestRequest header(String name, TextType<T> type, @Nullable T value) {
        if (value != null) {
            headers.put(name, type.write(value));
        }
        return this;
    }

    /** A header with any number of values. */
    public <T> TestRequest headers(String name, TextType<T> type, @Nullable Iterable<T> values) {
        if (values != null) {
            for (T value : values) {
                headers.merge(name, type.write(value), (one, other) -> one + "," + other);
            }
        }
        return this;
    }

    /** The version that the client has seen. */
    public TestRequest ifMatch(@Nullable Long version) {
        if (version != null) {
            headers.put("If-Match", IfMatch.tag(version));
        }
        return this;
    }

    /** A cookie. */
    public <T> TestRequest cookie(String name, TextType<T> type, @Nullable T value) {
        if (value != null) {
            cookies.add(name + "=" + type.write(value));
        }
        return this;
    }

    /** Cookies of one name. */
    public <T> TestRequest cookies(String name, TextType<T> type, @Nullable Iterable<T> values) {
        if (values != null) {
            values.forEach(value -> cookie(name, type, value));
        }
        return this;
    }

    /** A field of a form. */
    public <T> TestRequest form(String name, TextType<T> type, @Nullable T value) {
        form = true;
        if (value != null) {
            fields.add(new Field(name, type.write(value)));
        }
        return this;
    }

    /** A field of a form with any number of values. */
    public <T> TestRequest forms(String name, TextType<T> type, @Nullable Iterable<T> values) {
        form = true;
        if (values != null) {
            values.forEach(value -> form(name, type, value));
        }
        return this;
    }

    /** A file of a form. */
    public TestRequest file(String name, @Nullable TestFile file) {
        form = true;
        if (file != null) {
            files.add(new Part(name, file));
        }
        return this;
    }

    /** A body that is written as JSON. */
    public <T> TestRequest json(JsonEncoder<? super T> encoder, T value) {
        return body("application/json", JsonWriter.encode(encoder, value));
    }

    /** A body that is sent as it is. */
    public TestRequest body(Buffer bytes) {
        return body("application/octet-stream", bytes);
    }

    private TestRequest body(String type, Buffer bytes) {
        contentType = type;
        body = bytes;
        return this;
    }

    /** Sends it, and waits for the answer. */
    public TestResponse send() {
        if (form && files.isEmpty()) {
            body("application/x-www-form-urlencoded", urlEncoded());
        } else if (form) {
            body("multipart/form-data; boundary=" + BOUNDARY, multipart());
        }
        return client.send(method, url.toString(), contentType, body, sentHeaders());
    }

    /** Sends it, and waits for an answer that is to be read in this way. */
    public <T extends @Nullable Object> TypedResponse<T> answer(AnswerReader<T> reader) {
        return new TypedResponse<>(send(), reader);
    }

    /**
     * Sends it, and listens to the events that it is answered with. Fails with {@link AssertionError}, which shows the answer, if it is
     * another; a client without a socket hears none.
     */
    public <T> TestEvents<T> events(JsonDecoder<T> decoder) {
        return client.events(method, url.toString(), sentHeaders(), decoder);
    }

    /**
     * Opens a WebSocket there. Fails with {@link AssertionError}, which shows the answer, if that is refused; a client without a socket
     * opens none.
     */
    public <I, O> TestSocket<I, O> socket(JsonEncoder<? super I> encoder, JsonDecoder<O> decoder, String... protocols) {
        return client.socket(url.toString(), sentHeaders(), List.of(protocols), encoder, decoder);
    }

    private Map<String, String> sentHeaders() {
        if (!cookies.isEmpty()) {
            headers.put("Cookie", String.join("; ", cookies));
        }
        return headers;
    }

    private Buffer urlEncoded() {
        List<String> pairs = fields.stream()
                .map(field -> Percent.encode(field.name()) + "=" + Percent.encode(field.text()))
                .toList();
        return Buffer.buffer(String.join("&", pairs));
    }

    private Buffer multipart() {
        Buffer parts = Buffer.buffer();
        for (Field field : fields) {
            begin(parts, field.name(), "");
            parts.appendString("\r\n\r\n").appendString(field.text()).appendString("\r\n");
        }
        for (Part part : files) {
            begin(parts, part.name(), "; filename=\"" + quoted(part.file().name()) + "\"");
            parts.appendString("\r\nContent-Type: " + part.file().contentType() + "\r\n\r\n")
                    .appendBuffer(part.file().content())
                    .appendString("\r\n");
        }
        return parts.appendString("--" + BOUNDARY + "--\r\n");
    }

    private static void begin(Buffer parts, String name, String more) {
        parts.appendString(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"" + more);
    }

    /** As browsers write names of fields and files. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
