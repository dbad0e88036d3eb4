package dev.plectrum.orm.error;

/** A connection broke after a change was sent and before the server said that it is permanent. It may be and it may not: look before doing it again. */
public final class CommitInDoubt extends ConnectionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public CommitInDoubt(Report report) {
        super(report);
    }
}
