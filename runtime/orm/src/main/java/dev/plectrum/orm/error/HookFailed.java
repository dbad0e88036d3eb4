package dev.plectrum.orm.error;

/** The transaction <em>was</em> committed; a hook that was to run afterwards failed, and those behind it did not run. The cause is the hook's. */
public final class HookFailed extends TransactionFailure {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public HookFailed(Report report) {
        super(report);
    }
}
