package dev.plectrum.orm.error;

/** A transaction could not go the way its code wanted. */
public abstract sealed class TransactionFailure extends DatabaseException
        permits SerializationFailure, DeadlockDetected, TransactionAborted, TransactionTimeout, HookFailed {
    private static final long serialVersionUID = 1L;

    TransactionFailure(Report report) {
        super(report);
    }
}
