package dev.plectrum.web.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test's request was answered with, and the value in it.
 *
 * @param <T> the value of an answer that is no error
 */
public final class TypedResponse<T extends @Nullable Object> {
    private final TestResponse response;
    private final AnswerReader<T> reader;

    TypedResponse(TestResponse response, AnswerReader<T> reader) {
        this.response = response;
        this.reader = reader;
    }

    /** The status code. */
    public int status() {
        return response.status();
    }

    /** The first header of this name, or null. */
    public @Nullable String header(String name) {
        return response.header(name);
    }

    /** The version that the {@code ETag} names. Fails with {@link AssertionError} if it names none. */
    public long version() {
        String tag = String.valueOf(response.header("ETag"));
        if (!tag.matches("\"[0-9]+\"")) {
            throw new AssertionError("A version was expected as ETag, and it is " + tag);
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    /** What the view returned. Fails with {@link AssertionError}, which shows the answer, if it is an error or not of this type. */
    public T body() {
        if (!reader.isFor(response)) {
            throw new AssertionError("A value was expected, and this came: " + response);
        }
        return reader.read(response);
    }

    /** The word that names the problem. Fails with {@link AssertionError} if this is none. */
    public String problem() {
        return response.problem();
    }

    /** What the problem says of its fields: {@code "query size: must be an integer"}. */
    public List<String> fieldErrors() {
        return response.fieldErrors();
    }

    /** The answer as it came. */
    public TestResponse response() {
        return response;
    }

    @Override
    public String toString() {
        return response.toString();
    }
}
