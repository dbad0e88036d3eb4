package dev.plectrum.web.json;

import java.io.Serial;

/** A value that JSON cannot hold, such as NaN, or an object that contains itself. A mistake of the program, not of its client. */
public final class JsonEncodingException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** This happened. */
    public JsonEncodingException(String message) {
        super(message);
    }
}
