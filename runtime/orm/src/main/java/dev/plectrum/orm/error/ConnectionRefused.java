package dev.plectrum.orm.error;

/** No connection could be opened. Nothing was sent. */
public final class ConnectionRefused extends ConnectionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public ConnectionRefused(Report report) {
        super(report);
    }
}
