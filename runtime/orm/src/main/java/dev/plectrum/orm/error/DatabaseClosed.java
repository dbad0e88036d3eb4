package dev.plectrum.orm.error;

/** The {@code Database} was closed. */
public final class DatabaseClosed extends ConnectionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public DatabaseClosed(Report report) {
        super(report);
    }
}
