package dev.plectrum.web.testing;

import dev.plectrum.web.EventStream.Event;
import dev.plectrum.web.json.JsonDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events that a test listens to. Waits for each: for test threads.
 *
 * @param <T> what they say
 */
public final class TestEvents<T> implements AutoCloseable {
    private final HttpClientResponse response;
    /** Vert.x closes clients that nobody refers to. */
    private final Transport transport;

    private final AnswerReader<T> reader;
    private final BlockingQueue<Raw> heard = new LinkedBlockingQueue<>();
    private Buffer rest = Buffer.buffer();
    private Raw begun = Raw.NOTHING;
    private volatile boolean ended;

    TestEvents(HttpClientResponse response, Transport transport, JsonDecoder<T> decoder) {
        this.response = response;
        this.transport = transport;
        this.reader = AnswerReader.json(decoder);
        response.handler(this::read);
        response.endHandler(v -> end());
        response.exceptionHandler(cause -> end());
    }

    /** An event as it came; lines that have not are null. */
    private record Raw(
            @Nullable String data,
            @Nullable String name,
            @Nullable String id,
            @Nullable String retry) {
        static final Raw NOTHING = new Raw(null, null, null, null);
        static final Raw END = new Raw(null, null, null, "");

        Raw with(String field, String value) {
            return switch (field) {
                case "data" -> new Raw(data == null ? value : data + "\n" + value, name, id, retry);
                case "event" -> new Raw(data, value, id, retry);
                case "id" -> new Raw(data, name, value, retry);
                case "retry" -> new Raw(data, name, id, value);
                default -> this;
            };
        }
    }

    private void end() {
        ended = true;
        heard.add(Raw.END);
    }

    private void read(Buffer chunk) {
        rest.appendBuffer(chunk);
        int start = 0;
        for (int i = 0; i < rest.length(); i++) {
            if (rest.getByte(i) == '\n') {
                line(rest.getString(start, i));
                start = i + 1;
            }
        }
        rest = rest.getBuffer(start, rest.length());
    }

    private void line(String line) {
        int colon = line.indexOf(':');
        if (line.isEmpty() && begun.data() != null) {
            heard.add(begun);
            begun = Raw.NOTHING;
        } else if (colon > 0) {
            begun = begun.with(
                    line.substring(0, colon), line.substring(colon + 1).replaceFirst("^ ", ""));
        }
    }

    /** The next event. Fails with {@link AssertionError} if none comes, or one that is not what its type says. */
    public Event<T> next() {
        Raw next = TestClient.take(heard, "event");
        String data = next.data();
        if (data == null) {
            heard.add(next);
            throw new AssertionError("An event was expected, and the stream was at its end");
        }
        T value = reader.read(new TestResponse(response.statusCode(), response.headers(), Buffer.buffer(data)));
        String retry = next.retry();
        return new Event<>(
                value, next.name(), next.id(), retry == null ? null : Duration.ofMillis(Long.parseLong(retry)));
    }

    /** Waits until the view ends the stream. Fails with {@link AssertionError} if an event comes instead. */
    public void ended() {
        Raw next = TestClient.take(heard, "end");
        if (next.data() != null) {
            throw new AssertionError("The end was expected, and this came: " + next.data());
        }
        heard.add(next);
    }

    /** Leaves, as a browser does that goes to another page. */
    @Override
    public void close() {
        if (!ended) {
            TestClient.await(response.request().reset());
        }
    }

    @Override
    public String toString() {
        return "events of " + transport.host();
    }
}
