package dev.plectrum.web.socket;

import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import java.util.List;

/**
 * What a WebSocket speaks and who answers. Immutable.
 *
 * @param decoder reads its messages
 * @param encoder writes ours
 * @param protocols the subprotocols that are spoken, the preferred one first
 * @param maxMessage the largest message in bytes; 0 is the application's limit
 * @param opened what to do when one opens: it sets {@link Conversation#onMessage}
 */
public record SocketSpec<I, O>(
        JsonDecoder<I> decoder,
        JsonEncoder<? super O> encoder,
        List<String> protocols,
        int maxMessage,
        Opened<I, O> opened) {
    /** Copies the protocols. */
    public SocketSpec {
        protocols = List.copyOf(protocols);
    }

    /** What to do with a socket that opened. */
    @FunctionalInterface
    public interface Opened<I, O> {
        /** A socket opened. What is thrown closes it with 1011. */
        void accept(Conversation<I, O> socket) throws Exception;
    }

    /** Messages in and out, as JSON. */
    public static <I, O> SocketSpec<I, O> json(
            JsonDecoder<I> decoder, JsonEncoder<? super O> encoder, Opened<I, O> opened) {
        return new SocketSpec<>(decoder, encoder, List.of(), 0, opened);
    }

    /** The same, speaking these subprotocols. */
    public SocketSpec<I, O> protocols(String... names) {
        return new SocketSpec<>(decoder, encoder, List.of(names), maxMessage, opened);
    }

    /** The same with messages up to so many bytes. */
    public SocketSpec<I, O> maxMessage(int bytes) {
        return new SocketSpec<>(decoder, encoder, protocols, bytes, opened);
    }
}
