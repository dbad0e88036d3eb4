package dev.plectrum.orm.error;

/**
 * A row says of itself that it is of a model, or refers to one, that this program does not know: most likely another release of it has
 * written the row. Rows that are not read do not fail.
 */
public final class UnknownKindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Saying this. */
    public UnknownKindException(String message) {
        super(message);
    }
}
