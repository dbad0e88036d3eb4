package dev.plectrum.orm.type;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What generated code reads and writes the parts of JSON documents with. A part that is missing is null, and null is written as such. */
public final class JsonValues {
    private JsonValues() {}

    /** The value as its {@code toString} has it. */
    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The constant's name. */
    public static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** The list's elements, each written by the function. */
    public static <T> @Nullable JsonArray array(@Nullable List<T> list, Function<T, ? extends @Nullable Object> write) {
        if (list == null) {
            return null;
        }
        JsonArray array = new JsonArray();
        list.forEach(element -> array.add(write.apply(element)));
        return array;
    }

    /** The map's entries, each value written by the function. */
    public static <T> @Nullable JsonObject object(
            @Nullable Map<String, T> map, Function<T, ? extends @Nullable Object> write) {
        if (map == null) {
            return null;
        }
        JsonObject object = new JsonObject();
        map.forEach((key, value) -> object.put(key, write.apply(value)));
        return object;
    }

    /** The value that a text stands for. */
    public static <T> T parse(@Nullable Object json, Function<String, T> parse) {
        return json == null ? absent() : parse.apply((String) json);
    }

    /** The value that an object stands for. */
    public static <T> T read(@Nullable Object json, Function<Object, T> read) {
        return json == null ? absent() : read.apply(json);
    }

    /** The elements of an array, each read by the function. */
    public static <T> List<T> list(@Nullable Object json, Function<Object, T> read) {
        if (json == null) {
            return absent();
        }
        List<T> list = new ArrayList<>();
        for (int i = 0; i < ((JsonArray) json).size(); i++) {
            list.add(read.apply(((JsonArray) json).getValue(i)));
        }
        return list;
    }

    /** The entries of an object, each value read by the function. */
    public static <T> Map<String, T> map(@Nullable Object json, Function<Object, T> read) {
        if (json == null) {
            return absent();
        }
        Map<String, T> map = new LinkedHashMap<>();
        JsonObject object = (JsonObject) json;
        object.fieldNames().forEach(name -> map.put(name, read.apply(object.getValue(name))));
        return map;
    }

    /** A whole number of 16 bits. Fails for one that is larger. */
    public static Short shortOf(@Nullable Object json) {
        return number(json, number -> {
            int value = Math.toIntExact(exact(number));
            if (value != (short) value) {
                throw new ArithmeticException(value + " is no short");
            }
            return (short) value;
        });
    }

    /** A whole number of 32 bits. Fails for one that is larger. */
    public static Integer intOf(@Nullable Object json) {
        return number(json, number -> Math.toIntExact(exact(number)));
    }

    /** A whole number of 64 bits. Fails for one that is larger. */
    public static Long longOf(@Nullable Object json) {
        return number(json, JsonValues::exact);
    }

    /** A number of single precision. */
    public static Float floatOf(@Nullable Object json) {
        return number(json, Number::floatValue);
    }

    /** A number of double precision. */
    public static Double doubleOf(@Nullable Object json) {
        return number(json, Number::doubleValue);
    }

    private static <T> T number(@Nullable Object json, Function<Number, T> read) {
        return json == null ? absent() : read.apply((Number) json);
    }

    private static long exact(Number number) {
        return new BigDecimal(number.toString()).longValueExact();
    }

    /** A record may say {@code @Nullable} or not, and the class file does not tell: whether null is welcome is for it to say. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T absent() {
        return null;
    }
}
