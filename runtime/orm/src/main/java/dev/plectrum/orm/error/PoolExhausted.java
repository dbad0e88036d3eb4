package dev.plectrum.orm.error;

/** No connection became free within the acquire timeout. */
public final class PoolExhausted extends Overload {
    private static final long serialVersionUID = 1L;

    /** With these facts. */
    public PoolExhausted(Report report) {
        super(report);
    }
}
