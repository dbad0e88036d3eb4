package dev.plectrum.orm.error;

/** The database is asked more than its connections can serve. Nothing was sent. */
public abstract sealed class Overload extends DatabaseException permits PoolExhausted, QueueFull {
    private static final long serialVersionUID = 1L;

    Overload(Report report) {
        super(report);
    }
}
