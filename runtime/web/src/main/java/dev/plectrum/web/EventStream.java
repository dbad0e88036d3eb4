package dev.plectrum.web;

import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonLines;
import dev.plectrum.web.json.JsonWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events with typed data. The browser reconnects by itself and says which event it saw last: {@link #lastId}.
 *
 * <pre>{@code
 * return EventStream.push(100, events -> {
 *   Runnable stop = stock.onChange(change -> events.send(Event.of(change).id(change.version())));
 *   events.closed().onComplete(done -> stop.run());
 * });
 * }</pre>
 */
public final class EventStream<T> {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ReadStream<Event<T>> source;
    private final Duration heartbeat;

    private EventStream(ReadStream<Event<T>> source, Duration heartbeat) {
        this.source = source;
        this.heartbeat = heartbeat;
    }

    /**
     * One event.
     *
     * @param data what it says
     * @param name its kind; null is {@code message}
     * @param id what the browser sends back as the last it saw; null leaves that unchanged
     * @param retry how long the browser waits before it reconnects; null leaves that unchanged
     */
    public record Event<T>(
            T data,
            @Nullable String name,
            @Nullable String id,
            @Nullable Duration retry) {
        /** Refuses what would begin another field. */
        public Event {
            if (isBroken(name) || isBroken(id)) {
                throw new IllegalArgumentException("An event's name and id are single lines");
            }
        }

        private static boolean isBroken(@Nullable String text) {
            return text != null && (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0);
        }

        /** An event that says this. */
        public static <T> Event<T> of(T data) {
            return new Event<>(data, null, null, null);
        }

        /** The same of this kind. */
        public Event<T> name(String name) {
            return new Event<>(data, name, id, retry);
        }

        /** The same with this id. */
        public Event<T> id(Object id) {
            return new Event<>(data, name, id.toString(), retry);
        }

        /** The same, asking the browser to wait so long before it reconnects. */
        public Event<T> retry(Duration retry) {
            return new Event<>(data, name, id, retry);
        }
    }

    /** These events. */
    public static <T> EventStream<T> of(ReadStream<Event<T>> events) {
        return new EventStream<>(events, HEARTBEAT);
    }

    /**
     * Events sent by hand.
     *
     * @param capacity how many events may wait for a slow client before it is cut off
     * @param writer is given the stream to send to
     */
    public static <T> EventStream<T> push(int capacity, Consumer<PushStream<Event<T>>> writer) {
        var events = new PushStream<Event<T>>(capacity);
        writer.accept(events);
        return of(events);
    }

    /** The id of the last event that a reconnecting client saw, or null. */
    public static @Nullable String lastId(Request request) {
        String header = request.header("Last-Event-ID");
        // Browsers send UTF-8, which the server has read a character a byte.
        return header == null || header.chars().allMatch(c -> c < 128)
                ? header
                : new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The same with a sign of life after so long a silence. */
    public EventStream<T> heartbeat(Duration every) {
        return new EventStream<>(source, every);
    }

    Response response(JsonEncoder<? super T> encoder) {
        source.pause();
        var bytes = new MappedStream<Event<T>, Buffer>(source, event -> encode(encoder, event));
        var body = new Body.Stream(
                bytes, () -> JsonLines.abandon(source), new Body.Heartbeat(heartbeat, Buffer.buffer(":\n\n")));
        return Response.stream("text/event-stream", body)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no"); // nginx would otherwise hold events back
    }

    private static <T> Buffer encode(JsonEncoder<? super T> encoder, Event<T> event) {
        var out = Buffer.buffer(128);
        if (event.id() != null) {
            out.appendString("id: ").appendString(event.id()).appendString("\n");
        }
        if (event.name() != null) {
            out.appendString("event: ").appendString(event.name()).appendString("\n");
        }
        if (event.retry() != null) {
            out.appendString("retry: ")
                    .appendString(Long.toString(event.retry().toMillis()))
                    .appendString("\n");
        }
        // JSON has its line feeds escaped, so one data line is enough.
        return out.appendString("data: ")
                .appendBuffer(JsonWriter.encode(encoder::write, event.data()))
                .appendString("\n\n");
    }
}
