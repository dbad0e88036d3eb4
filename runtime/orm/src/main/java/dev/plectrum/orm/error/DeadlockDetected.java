package dev.plectrum.orm.error;

/** Two transactions waited for each other and PostgreSQL chose this one to end. Running it again may succeed. */
public final class DeadlockDetected extends TransactionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public DeadlockDetected(Report report) {
        super(report);
    }
}
