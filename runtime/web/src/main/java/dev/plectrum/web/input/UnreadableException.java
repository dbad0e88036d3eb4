package dev.plectrum.web.input;

import java.io.Serial;
import java.util.Map;

/** A text that is not a value of the type asked for. Says what it should have been; carries no stack trace. */
public final class UnreadableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<String, Object> values;

    /** What it should have been: {@code must be …}. */
    public UnreadableException(String code, String detail, Map<String, Object> values) {
        super(detail, null, false, false);
        this.code = code;
        this.values = values;
    }

    /** It should have been this. */
    public static UnreadableException expected(String what) {
        return new UnreadableException("type", "must be " + what, Map.of());
    }

    /** What is wrong, as a readable word. */
    public String code() {
        return code;
    }

    /** What is wrong, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** What a translated message may mention. */
    public Map<String, Object> values() {
        return values;
    }
}
