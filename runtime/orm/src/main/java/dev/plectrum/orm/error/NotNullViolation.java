package dev.plectrum.orm.error;

/** A field that must have a value got none. */
public final class NotNullViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public NotNullViolation(Report report) {
        super(report);
    }
}
