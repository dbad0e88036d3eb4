package dev.plectrum.orm.error;

/** There is no row where there was to be one. In a view it is a 404. */
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Saying this. */
    public NotFoundException(String message) {
        super(message);
    }
}
