package dev.plectrum.web.testing;

import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonWriter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket of a test, with typed messages. Waits for each: for test threads.
 *
 * @param <I> what the view reads
 * @param <O> what the view sends
 */
public final class TestSocket<I, O> implements AutoCloseable {
    private final WebSocket socket;
    /** Vert.x closes clients that nobody refers to. */
    private final Transport transport;

    private final JsonEncoder<? super I> encoder;
    private final AnswerReader<O> reader;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    TestSocket(WebSocket socket, Transport transport, JsonEncoder<? super I> encoder, JsonDecoder<O> decoder) {
        this.socket = socket;
        this.transport = transport;
        this.encoder = encoder;
        this.reader = AnswerReader.json(decoder);
        socket.textMessageHandler(text -> heard.add(new Heard(text, 0)));
        socket.closeHandler(v -> {
            Short code = socket.closeStatusCode();
            heard.add(new Heard(String.valueOf(socket.closeReason()), code == null ? 1006 : code));
        });
    }

    /**
     * What came.
     *
     * @param text the message, or why the socket was closed
     * @param closed the close code; 0 of a message
     */
    private record Heard(String text, int closed) {}

    /** Sends a message. */
    public TestSocket<I, O> send(I message) {
        Buffer text = JsonWriter.encode(encoder, message);
        TestClient.await(socket.writeTextMessage(text.toString(StandardCharsets.UTF_8)));
        return this;
    }

    /** The next message. Fails with {@link AssertionError} if none comes, or one that is not what its type says. */
    public O next() {
        Heard next = TestClient.take(heard, "message");
        if (next.closed() != 0) {
            heard.add(next);
            throw new AssertionError(
                    "A message was expected, and the socket was closed with " + next.closed() + ": " + next.text());
        }
        return reader.read(new TestResponse(200, socket.headers(), Buffer.buffer(next.text())));
    }

    /** The code with which it is closed, by either side. Fails with {@link AssertionError} if a message comes instead. */
    public int closed() {
        Heard next = TestClient.take(heard, "close");
        if (next.closed() == 0) {
            throw new AssertionError("The end was expected, and this came: " + next.text());
        }
        heard.add(next);
        return next.closed();
    }

    /** The subprotocol that both sides speak, or null. */
    public @Nullable String protocol() {
        return socket.subProtocol();
    }

    /** Closes it. */
    @Override
    public void close() {
        if (!socket.isClosed()) {
            TestClient.await(socket.close());
        }
    }

    @Override
    public String toString() {
        return "socket to " + transport.host();
    }
}
