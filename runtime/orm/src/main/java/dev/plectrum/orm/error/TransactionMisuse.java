package dev.plectrum.orm.error;

/** A transaction is needed and there is none, or there is one that cannot serve. The caller's code is to be changed. */
public final class TransactionMisuse extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public TransactionMisuse(Report report) {
        super(report);
    }
}
