package dev.plectrum.web;

import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonLines;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.streams.ReadStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a view's result becomes an answer. Generated routes choose one by the method's return type. Null never reaches it: the
 * server answers 404 to a reader and 204 to anybody else.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Reply<T> {
    /** The answer. */
    Response answer(T result, Request request);

    /** The status of a successful answer, as far as it is known beforehand. */
    default int status() {
        return 200;
    }

    /** Whether it has an answer for null itself. */
    default boolean answersNull() {
        return false;
    }

    /** The same with another status. */
    default Reply<T> status(int status) {
        Reply<T> self = this;
        return new Reply<>() {
            @Override
            public Response answer(T result, Request request) {
                return self.answer(result, request).withStatus(status);
            }

            @Override
            public int status() {
                return status;
            }
        };
    }

    /** The same with the version of what it answers as its {@code ETag}; null is none. */
    default Reply<T> versioned(Function<? super T, ? extends @Nullable Number> version) {
        Reply<T> self = this;
        return new Reply<>() {
            @Override
            public Response answer(T result, Request request) {
                Number number = version.apply(result);
                Response response = self.answer(result, request);
                return number == null ? response : response.header("ETag", IfMatch.tag(number.longValue()));
            }

            @Override
            public int status() {
                return self.status();
            }

            @Override
            public boolean answersNull() {
                return self.answersNull();
            }
        };
    }

    /** As JSON. */
    static <T> Reply<T> json(JsonEncoder<? super T> encoder) {
        return new JsonReply<>(encoder);
    }

    /** 201, as JSON, with its location. */
    static <T> Reply<Created<T>> created(JsonEncoder<? super T> encoder) {
        return new Reply<>() {
            @Override
            public Response answer(Created<T> created, Request request) {
                Response response = Response.json(encoder, created.value()).withStatus(201);
                Url location = created.location();
                return location == null ? response : response.header("Location", location.toString());
            }

            @Override
            public int status() {
                return 201;
            }
        };
    }

    /** 204 whatever comes: for methods that return nothing. */
    static <T extends @Nullable Object> Reply<T> nothing() {
        return new Reply<>() {
            @Override
            public Response answer(T result, Request request) {
                return Response.noContent();
            }

            @Override
            public boolean answersNull() {
                return true;
            }

            @Override
            public int status() {
                return 204;
            }
        };
    }

    /** As plain text. */
    static Reply<String> text() {
        return (text, request) -> Response.text(text);
    }

    /** As it is. */
    static Reply<Response> response() {
        return (response, request) -> response;
    }

    /** As a redirect with 303, which is what follows a form. */
    static Reply<Url> redirect() {
        return new Reply<>() {
            @Override
            public Response answer(Url url, Request request) {
                return Response.seeOther(url);
            }

            @Override
            public int status() {
                return 303;
            }
        };
    }

    /**
     * As one JSON array, or as one JSON value a line to those who ask for {@code application/jsonl}; written while the stream is read,
     * no faster than the client takes it.
     */
    static <T> Reply<ReadStream<T>> stream(JsonEncoder<? super T> encoder) {
        return (stream, request) -> {
            String accept = request.header(HttpHeaders.ACCEPT);
            boolean lines =
                    accept != null && (accept.contains("application/jsonl") || accept.contains("application/x-ndjson"));
            Reply<ReadStream<T>> reply = lines ? jsonLines(encoder) : jsonArray(encoder);
            return reply.answer(stream, request).header("Vary", "Accept");
        };
    }

    /** As one JSON array, written while the stream is read, no faster than the client takes it. */
    static <T> Reply<ReadStream<T>> jsonArray(JsonEncoder<? super T> encoder) {
        return (stream, request) -> Response.stream("application/json", JsonLines.array(stream, encoder));
    }

    /** As one JSON value a line, written while the stream is read, no faster than the client takes it. */
    static <T> Reply<ReadStream<T>> jsonLines(JsonEncoder<? super T> encoder) {
        return (stream, request) -> Response.stream("application/jsonl", JsonLines.lines(stream, encoder));
    }

    /** As server-sent events. */
    static <T> Reply<EventStream<T>> events(JsonEncoder<? super T> encoder) {
        return (events, request) -> events.response(encoder);
    }

    /** A result, or an error that is expected as much. */
    static <T, E> Reply<Outcome<T, E>> outcome(Reply<? super T> success, Reply<? super E> failure) {
        return (outcome, request) ->
                outcome.fold(value -> success.answer(value, request), error -> failure.answer(error, request));
    }
}
