package dev.plectrum.processor.model;

import java.util.List;

/**
 * What a view's method returns.
 *
 * @param java as it is declared, {@code void} included
 * @param future whether it comes later
 * @param nullable whether there may be nothing
 * @param reply what becomes of it
 */
public record ResultDef(JavaType java, boolean future, boolean nullable, Reply reply) {
    /** What becomes of a result. */
    public sealed interface Reply {
        /** Nothing is said. */
        record Nothing() implements Reply {}

        /** JSON. */
        record Json(JsonForm form) implements Reply {}

        /** Something new, as JSON. */
        record Created(JsonForm form) implements Reply {}

        /** A text. */
        record Text() implements Reply {}

        /** It is an answer already. */
        record Whole() implements Reply {}

        /** Another page. */
        record Redirect() implements Reply {}

        /** A JSON array, written as it comes. */
        record Stream(JsonForm form) implements Reply {}

        /** Server-sent events. */
        record Events(JsonForm form) implements Reply {}

        /** One of two. */
        record Either(Reply success, Reply failure) implements Reply {}
    }

    /** Whether the method has no result at all. */
    public boolean isVoid() {
        return java.is("void");
    }

    /** The JSON in it. */
    public List<JsonForm> forms() {
        return forms(reply);
    }

    /** The JSON in a reply. */
    static List<JsonForm> forms(Reply reply) {
        if (reply instanceof Reply.Json json) {
            return List.of(json.form());
        } else if (reply instanceof Reply.Created created) {
            return List.of(created.form());
        } else if (reply instanceof Reply.Stream stream) {
            return List.of(stream.form());
        } else if (reply instanceof Reply.Events events) {
            return List.of(events.form());
        } else if (reply instanceof Reply.Either either) {
            return List.of(either.success(), either.failure()).stream()
                    .flatMap(side -> forms(side).stream())
                    .toList();
        }
        return List.of();
    }
}
