package dev.plectrum.orm.error;

/** A statement was ended before it was done. It had no effect. */
public abstract sealed class StatementEnded extends DatabaseException
        permits StatementTimeout, LockTimeout, StatementCancelled {
    private static final long serialVersionUID = 1L;

    StatementEnded(Report report) {
        super(report);
    }
}
