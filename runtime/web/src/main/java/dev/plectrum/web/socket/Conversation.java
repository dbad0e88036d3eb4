package dev.plectrum.web.socket;

import dev.plectrum.web.Request;
import io.vertx.core.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket with typed messages. Used on its own event loop; {@link #send} and {@link #close} from any thread.
 *
 * @param <I> what comes in
 * @param <O> what goes out
 */
public interface Conversation<I, O> {
    /** The request that opened it: its user, session and path values stay good. */
    Request request();

    /** The subprotocol that both sides speak, or null. */
    @Nullable String protocol();

    /**
     * What to do with a message. The next one is handed over when the future completes, so a client that sends faster than it is
     * served is slowed down; null is as good as a completed one. A failure closes the socket with 1011.
     */
    Conversation<I, O> onMessage(Function<? super I, ? extends @Nullable Future<?>> handler);

    /**
     * What to do when a message's handler fails, instead of closing the socket with 1011. It stays open unless the handler closes it; a
     * handler that fails itself closes it with 1011.
     */
    Conversation<I, O> onError(Consumer<Throwable> handler);

    /** What to do when it is closed, by either side, with the close code. */
    Conversation<I, O> onClose(Consumer<Integer> handler);

    /**
     * Sends a message. The future completes when it is on its way; it fails if the socket is closed. A client that leaves too much
     * unread is closed with 1013.
     */
    Future<Void> send(O message);

    /** Closes it with a code from {@link CloseCode}, or one of one's own from 4000 to 4999. */
    Future<Void> close(int code, @Nullable String reason);

    /** Whether messages can still be sent. */
    boolean isOpen();
}
