package dev.plectrum.orm.type;

import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.error.ValueException;
import java.util.function.Function;

/**
 * {@code jsonb}, written and read as text: at once, so that a {@code JsonObject} may change afterwards, and within our own reach.
 *
 * @param <T> the Java type
 */
final class JsonType<T> extends TextArrayType<T> {
    private final Function<? super T, ?> write;
    private final Function<Object, ? extends T> read;

    JsonType(Function<? super T, ?> write, Function<Object, ? extends T> read) {
        super("jsonb", "::text", "::text::jsonb");
        this.write = write;
        this.read = read;
    }

    @Override
    Object toClient(T value) {
        return toText(value);
    }

    @Override
    String toText(T value) {
        Object json;
        try {
            json = write.apply(value);
        } catch (ValueException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnstorableValueException("a value that cannot be turned into JSON", e);
        }
        if (json == null) {
            throw new UnstorableValueException("null in place of JSON; JSON's own null is Tuple.JSON_NULL");
        }
        return JsonText.write(json);
    }

    @Override
    T fromClient(Object value) {
        Object json = JsonText.read((String) value);
        try {
            return read.apply(json);
        } catch (ValueException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableValueException("JSON that cannot be turned into a value", e);
        }
    }

    /** Reads one kind of JSON value, and nothing else. */
    static <T> JsonType<T> only(Class<T> kind) {
        return new JsonType<>(value -> value, json -> {
            if (!kind.isInstance(json)) {
                throw new UnreadableValueException(
                        "a JSON " + kind(json) + ", where a " + kind.getSimpleName() + " is expected");
            }
            return kind.cast(json);
        });
    }

    private static String kind(Object json) {
        return switch (json.getClass().getSimpleName()) {
            case "JsonObject" -> "object";
            case "JsonArray" -> "array";
            case "String" -> "string";
            case "Boolean" -> "boolean";
            default -> json instanceof Number ? "number" : "null";
        };
    }
}
