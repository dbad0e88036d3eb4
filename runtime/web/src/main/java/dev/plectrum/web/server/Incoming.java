package dev.plectrum.web.server;

import dev.plectrum.web.Upload;
import dev.plectrum.web.input.Fields;
import dev.plectrum.web.socket.SocketSpec;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.ReadStream;
import java.util.List;

/** A request as it came in, off a socket or out of a test, and the way back. */
interface Incoming {
    HttpMethod method();

    String uri();

    MultiMap headers();

    boolean isSecure();

    String peerAddress();

    /** The body, whole. Fails with a 413 problem beyond the limit. */
    Future<Buffer> body(long limit);

    /** The body as a form. Fails with a problem if it is none, or too large. */
    Future<Form> form(long limit);

    /** The body as it arrives, paused. */
    ReadStream<Buffer> stream();

    /** Headers for the answer; what is put here is sent. */
    MultiMap answerHeaders();

    /** Sends the answer, whose headers are {@link #answerHeaders()}. */
    void send(Answer answer, Exchange exchange);

    /** Makes the connection a WebSocket. */
    void upgrade(Exchange exchange, SocketSpec<?, ?> socket, Dispatcher dispatcher);

    /** A submitted form. */
    record Form(Fields fields, List<Upload> uploads) {
        static final Form EMPTY = new Form(Fields.NONE, List.of());
    }
}
