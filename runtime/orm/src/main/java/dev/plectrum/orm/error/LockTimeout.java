package dev.plectrum.orm.error;

/** A lock was not to be had: not within the time allowed, or not at once where that was asked for. */
public final class LockTimeout extends StatementEnded {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public LockTimeout(Report report) {
        super(report);
    }
}
