package dev.plectrum.example.shop;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/** Tells everybody who listens in this process how stocks change. */
final class StockFeed {
    private final Set<Consumer<StockChange>> listeners = new CopyOnWriteArraySet<>();

    /** Tells this listener of every change until what comes back is run. */
    Runnable listen(Consumer<StockChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Tells everybody. */
    void publish(StockChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }
}
