package dev.plectrum.orm.error;

/** PostgreSQL could not order this transaction among concurrent ones and rolled it back. Running it again may succeed: {@code atomic(SERIALIZABLE.retries(3), …)}. */
public final class SerializationFailure extends TransactionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public SerializationFailure(Report report) {
        super(report);
    }
}
