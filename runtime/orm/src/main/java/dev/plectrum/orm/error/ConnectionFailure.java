package dev.plectrum.orm.error;

/** The server could not be asked, or its answer did not arrive. */
public abstract sealed class ConnectionFailure extends DatabaseException
        permits ConnectionRefused, ConnectionLost, CommitInDoubt, DatabaseClosed {
    private static final long serialVersionUID = 1L;

    ConnectionFailure(Report report) {
        super(report);
    }
}
