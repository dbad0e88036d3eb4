package dev.plectrum.orm.error;

/** A value that its type cannot hold. The statement had no effect. */
public abstract sealed class RejectedValue extends DatabaseException permits ValueTooLong, OutOfRange, InvalidValue {
    private static final long serialVersionUID = 1L;

    RejectedValue(Report report) {
        super(report);
    }
}
