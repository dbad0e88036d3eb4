package dev.plectrum.orm.error;

/** There are several rows where there was to be one. */
public final class MultipleResultsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Saying this. */
    public MultipleResultsException(String message) {
        super(message);
    }
}
