package dev.plectrum.web.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads values of one type from JSON. */
@FunctionalInterface
public interface JsonDecoder<T> {
    /**
     * Reads the value at the reader's position, its last token included. What does not fit is an error noted at the reader, and
     * null comes back; reading goes on behind it, so that one answer names everything.
     */
    @Nullable T read(JsonReader in);

    /** Reads arrays of them, without null elements. */
    static <T> JsonDecoder<List<T>> array(JsonDecoder<T> element) {
        return in -> {
            if (!in.startArray()) {
                return null;
            }
            List<T> list = new ArrayList<>();
            while (in.nextElement()) {
                T value = in.value(element);
                if (value != null) {
                    list.add(value);
                }
            }
            return list;
        };
    }

    /** Reads the same, and notes what must hold for values that could be read. */
    static <T> JsonDecoder<T> checked(JsonDecoder<T> decoder, BiConsumer<JsonReader, T> checks) {
        return in -> {
            int errors = in.errorCount();
            T value = decoder.read(in);
            if (value != null && in.errorCount() == errors) {
                checks.accept(in, value);
            }
            return value;
        };
    }

    /** Reads objects with any names, without null values, in the order they are written. */
    static <T> JsonDecoder<Map<String, T>> object(JsonDecoder<T> value) {
        return in -> {
            if (!in.startObject()) {
                return null;
            }
            Map<String, T> map = new LinkedHashMap<>();
            while (in.nextField()) {
                String name = in.fieldName();
                T one = in.value(value);
                if (one != null) {
                    map.put(name, one);
                }
            }
            return map;
        };
    }
}
