package dev.plectrum.orm.error;

/** A relation was read that was not loaded. The message names the {@code selectRelated} or {@code prefetchRelated} to add. */
public final class NotLoadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Saying this. */
    public NotLoadedException(String message) {
        super(message);
    }
}
