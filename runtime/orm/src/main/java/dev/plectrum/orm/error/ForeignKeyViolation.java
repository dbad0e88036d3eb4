package dev.plectrum.orm.error;

/** A row refers to one that does not exist, or one that is still referred to was to go. */
public final class ForeignKeyViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public ForeignKeyViolation(Report report) {
        super(report);
    }
}
