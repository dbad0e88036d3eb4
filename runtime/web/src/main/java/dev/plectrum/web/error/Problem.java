package dev.plectrum.web.error;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says what went wrong, in the form of RFC 9457. Immutable; the {@code with} methods return another one.
 *
 * <pre>{@code
 * throw Problem.of(409, "out-of-stock").detail("Only 3 desks are left").with("left", 3).exception();
 * }</pre>
 */
public final class Problem {
    /** The media type of the answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String code;
    private final @Nullable String detail;
    private final Map<String, Object> members;
    private final List<FieldError> errors;
    private final Map<String, String> headers;

    private Problem(
            int status,
            String code,
            @Nullable String detail,
            Map<String, Object> members,
            List<FieldError> errors,
            Map<String, String> headers) {
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.members = members;
        this.errors = errors;
        this.headers = headers;
    }

    /**
     * A problem of this status.
     *
     * @param code a readable word, the same for every occurrence; it becomes the {@code type}
     */
    public static Problem of(int status, String code) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A problem's status is 4xx or 5xx, not " + status);
        }
        return new Problem(status, code, null, Map.of(), List.of(), Map.of());
    }

    /** The same with a sentence about this occurrence. */
    public Problem detail(@Nullable String detail) {
        return new Problem(status, code, detail, members, errors, headers);
    }

    /** The same with one more member: a string, number, boolean, list or map of them. */
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, code, detail, more, errors, headers);
    }

    /** The same with these field errors. */
    public Problem with(List<FieldError> errors) {
        return new Problem(status, code, detail, members, List.copyOf(errors), headers);
    }

    /** The same with a header on the answer, such as {@code Retry-After}. */
    public Problem header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, members, errors, more);
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The word that names this kind of problem. */
    public String code() {
        return code;
    }

    /** The status in words, such as {@code Not Found}. */
    public String title() {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    /** A sentence about this occurrence. */
    public @Nullable String detail() {
        return detail;
    }

    /** What was added to the standard members. */
    public Map<String, Object> members() {
        return members;
    }

    /** What is wrong with single fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /** What the answer's headers say beyond the usual. */
    public Map<String, String> headers() {
        return headers;
    }

    /** An exception that ends the request with this answer. */
    public ProblemException exception() {
        return new ProblemException(this);
    }

    /** An exception that ends the request with this answer, remembering why. */
    public ProblemException exception(Throwable cause) {
        return new ProblemException(this, cause);
    }

    @Override
    public String toString() {
        return status + " " + code + (detail == null ? "" : ": " + detail) + (errors.isEmpty() ? "" : " " + errors);
    }
}
