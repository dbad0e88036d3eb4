package dev.plectrum.orm.error;

/** An earlier statement of the transaction failed, so that nothing in it counts any more: it was rolled back. The cause is that failure. To survive a failing statement, run it in an {@code atomic} of its own. */
public final class TransactionAborted extends TransactionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public TransactionAborted(Report report) {
        super(report);
    }
}
