package dev.plectrum.orm.error;

/** A row conflicts with another one under an exclusion constraint, such as overlapping bookings. */
public final class ExclusionViolation extends ConstraintViolation {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public ExclusionViolation(Report report) {
        super(report);
    }
}
