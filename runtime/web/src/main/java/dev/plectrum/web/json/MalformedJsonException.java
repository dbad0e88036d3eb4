package dev.plectrum.web.json;

import java.io.Serial;

/** A text that is not JSON, or exceeds a limit on its form. */
public final class MalformedJsonException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean limit;

    /** What is wrong, where. */
    public MalformedJsonException(String message, boolean limit) {
        super(message, null, false, false);
        this.limit = limit;
    }

    /** Whether the text may be JSON but is deeper or longer than is read. */
    public boolean exceedsLimit() {
        return limit;
    }
}
