package dev.plectrum.web.json;

import java.util.Map;

/** Writes values of one type as JSON. */
@FunctionalInterface
public interface JsonEncoder<T> {
    /** Writes this value, which is not null. Fails with {@link JsonEncodingException} if JSON cannot hold it. */
    void write(JsonWriter out, T value);

    /** Writes arrays of them; an element may be null. */
    static <T> JsonEncoder<Iterable<? extends T>> array(JsonEncoder<? super T> element) {
        return (out, values) -> {
            out.startArray();
            for (T value : values) {
                out.value(element, value);
            }
            out.endArray();
        };
    }

    /** Writes objects whose names are the map's keys, in the map's order; a value may be null. */
    static <T> JsonEncoder<Map<String, ? extends T>> object(JsonEncoder<? super T> value) {
        return (out, values) -> {
            out.startObject();
            values.forEach((name, one) -> out.field(name).value(value, one));
            out.endObject();
        };
    }
}
