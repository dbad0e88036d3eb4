package dev.plectrum.orm.error;

/** A statement took longer than it was allowed to. */
public final class StatementTimeout extends StatementEnded {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public StatementTimeout(Report report) {
        super(report);
    }
}
