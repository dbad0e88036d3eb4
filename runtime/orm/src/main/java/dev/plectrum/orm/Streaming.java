package dev.plectrum.orm;

/** How rows are streamed where the caller does not say. */
final class Streaming {
    /** Enough rows that the round trips do not show, few enough that wide ones do not fill the memory. */
    static final int FETCH_SIZE = 500;

    private Streaming() {}
}
