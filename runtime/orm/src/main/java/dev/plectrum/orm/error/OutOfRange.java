package dev.plectrum.orm.error;

/** A number, a date or a result does not fit its type. */
public final class OutOfRange extends RejectedValue {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public OutOfRange(Report report) {
        super(report);
    }
}
