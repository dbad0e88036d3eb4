package dev.plectrum.orm.error;

/** A text is longer than its column. */
public final class ValueTooLong extends RejectedValue {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public ValueTooLong(Report report) {
        super(report);
    }
}
