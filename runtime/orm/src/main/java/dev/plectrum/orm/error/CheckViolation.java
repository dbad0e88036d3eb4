package dev.plectrum.orm.error;

/** A row does not meet a check constraint. */
public final class CheckViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public CheckViolation(Report report) {
        super(report);
    }
}
