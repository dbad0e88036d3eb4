package dev.plectrum.web.testing;

import dev.plectrum.web.Outcome;
import dev.plectrum.web.error.FieldError.Place;
import dev.plectrum.web.error.FieldErrors;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonLimits;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * How the answer to a test's request becomes a value: the other side of {@link dev.plectrum.web.Reply}.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface AnswerReader<T extends @Nullable Object> {
    /** The value. Fails with {@link AssertionError} if the answer is not what the view promises. */
    T read(TestResponse response);

    /** Whether an answer of this status may have a value. */
    default boolean isFor(TestResponse response) {
        return response.status() >= 200 && response.status() < 300;
    }

    /** Reads JSON, which is held to all that the type says of it; null where there is nothing to read. */
    static <T> AnswerReader<T> json(JsonDecoder<T> decoder) {
        return response -> {
            if (response.body().length() == 0) {
                return none();
            }
            FieldErrors errors = new FieldErrors(Place.BODY);
            try {
                T value = JsonReader.decode(response.body(), decoder, JsonLimits.DEFAULT, errors);
                if (errors.isEmpty() && value != null) {
                    return value;
                }
            } catch (MalformedJsonException e) {
                throw new AssertionError("The answer is not JSON: " + response, e);
            }
            throw new AssertionError("The answer is not what its type says: " + errors + "\n" + response);
        };
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // of a view that may return null
    private static <T> T none() {
        return null;
    }

    /** Reads a text. */
    static AnswerReader<String> text() {
        return TestResponse::text;
    }

    /** Reads nothing, and expects nothing. */
    @SuppressWarnings("NullAway") // it does not see that the type says so
    static AnswerReader<@Nullable Void> nothing() {
        return response -> {
            if (response.body().length() > 0) {
                throw new AssertionError("Nothing was expected, and this came: " + response);
            }
            return null;
        };
    }

    /** Expects a redirect; where to is its {@code Location}. */
    static AnswerReader<String> redirect() {
        return new AnswerReader<>() {
            @Override
            public String read(TestResponse response) {
                return String.valueOf(response.header("Location"));
            }

            @Override
            public boolean isFor(TestResponse response) {
                return response.status() == 303 && response.header("Location") != null;
            }
        };
    }

    /** Reads one of two: the second where the status is this one. */
    static <T, E> AnswerReader<Outcome<T, E>> outcome(
            AnswerReader<? extends T> success, int status, AnswerReader<? extends E> failure) {
        return new AnswerReader<>() {
            @Override
            public Outcome<T, E> read(TestResponse response) {
                return failed(response)
                        ? Outcome.failure(failure.read(response))
                        : Outcome.success(success.read(response));
            }

            @Override
            public boolean isFor(TestResponse response) {
                return success.isFor(response) || failed(response);
            }

            /** What is wrong with a request has the same status, and is a problem. */
            private boolean failed(TestResponse response) {
                return response.status() == status && !response.isProblem();
            }
        };
    }
}
