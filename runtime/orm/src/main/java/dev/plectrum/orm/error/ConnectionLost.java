package dev.plectrum.orm.error;

/** A connection broke. What was sent had no effect that lasts: it only read, or its transaction had not been asked to commit. */
public final class ConnectionLost extends ConnectionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public ConnectionLost(Report report) {
        super(report);
    }
}
