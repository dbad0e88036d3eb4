package dev.plectrum.orm.error;

/** A row was changed or deleted by somebody else since it was read, so that the change based on it was not made. */
public final class StaleObjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Saying this. */
    public StaleObjectException(String message) {
        super(message);
    }
}
