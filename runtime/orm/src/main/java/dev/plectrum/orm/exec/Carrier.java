package dev.plectrum.orm.exec;

import org.jspecify.annotations.Nullable;

/** Whoever sent a statement on its way: hears of the answer first, and decides what the caller gets to see. */
interface Carrier {
    /** The answer is there, or will never be; on the event loop of the connection. */
    void answered(Call<?, ?> call, @Nullable Throwable error);

    /** Whether this statement alone is on the connection, so that cancelling it hits nobody else. */
    default boolean isAlone() {
        return false;
    }
}
