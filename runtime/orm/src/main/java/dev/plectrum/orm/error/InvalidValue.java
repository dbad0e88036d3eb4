package dev.plectrum.orm.error;

/** PostgreSQL could not make sense of a value: a malformed text for its type, a division by zero, a NUL in a text. */
public final class InvalidValue extends RejectedValue {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public InvalidValue(Report report) {
        super(report);
    }
}
