package dev.plectrum.orm.error;

/** Any other refusal of the server, such as a syntax error, a missing table or a missing right: {@link #sqlState()} says which. */
public final class StatementFailed extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public StatementFailed(Report report) {
        super(report);
    }
}
