package dev.plectrum.orm.error;

/** As many callers are waiting for a connection as may wait; this one was turned away at once. */
public final class QueueFull extends Overload {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public QueueFull(Report report) {
        super(report);
    }
}
