package dev.plectrum.example.shop;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.Socket;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.EventStream;
import dev.plectrum.web.socket.Conversation;

/** How stocks change, while one looks. */
@View("/stock")
@Public
final class StockViews {
    private static final int MOST_BEHIND = 1_000;

    private final StockFeed feed;

    StockViews(StockFeed feed) {
        this.feed = feed;
    }

    /**
     * Which product to watch.
     *
     * @param product its id
     */
    record Watch(long product) {}

    // region live
    /** Every change, as server-sent events. */
    @Get("/events")
    EventStream<StockChange> events() {
        return EventStream.push(MOST_BEHIND, stream -> {
            Runnable stop = feed.listen(change -> stream.send(EventStream.Event.of(change)));
            stream.closed().onComplete(left -> stop.run());
        });
    }

    /** The changes of the products that the client names, each in a message of its own. */
    @Socket("/live")
    void live(Conversation<Watch, StockChange> socket) {
        Watched watched = new Watched();
        Runnable stop = feed.listen(change -> {
            if (watched.has(change.product())) {
                socket.send(change);
            }
        });
        socket.onMessage(watch -> {
            watched.add(watch.product());
            return null;
        });
        socket.onClose(code -> stop.run());
    }
    // endregion
}
