package dev.plectrum.orm.error;

/** A transaction took longer than it was allowed to and was rolled back. */
public final class TransactionTimeout extends TransactionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public TransactionTimeout(Report report) {
        super(report);
    }
}
