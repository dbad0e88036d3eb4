package dev.plectrum.orm.error;

/** Another row already has this value in a unique field, or these values together. */
public final class UniqueViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public UniqueViolation(Report report) {
        super(report);
    }
}
