package dev.plectrum.orm.error;

/** A statement was cancelled: its caller went away, or an operator ended it. */
public final class StatementCancelled extends StatementEnded {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public StatementCancelled(Report report) {
        super(report);
    }
}
