package dev.plectrum.orm.type;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonTokenId;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.plectrum.orm.error.UnreadableValueException;
import dev.plectrum.orm.error.UnstorableValueException;
import io.vertx.core.json.EncodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as {@code jsonb} holds it. Vert.x's own codec writes NaN as the text {@code "NaN"}, half a surrogate pair as a question
 * mark, and reads every number with a point as a double; and a document that it cannot read throws inside the client's decoder,
 * which costs the connection.
 */
final class JsonText {
    /** Reads keys as long as any text: whatever can be written is read back. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(StreamReadConstraints.DEFAULT_MAX_STRING_LEN)
                    .build())
            .build();

    /** Any number of as many characters, sign and point included, is one that a double gives back. */
    private static final int SAFE_FOR_DOUBLE = 16;

    private static final NumericType NUMERIC = NumericType.any();

    private JsonText() {}

    /** The text of a value as Vert.x knows it; {@link Tuple#JSON_NULL} is JSON's null. */
    static String write(Object value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            write(value, generator);
        } catch (JsonProcessingException e) {
            throw new UnstorableValueException("a JSON value that cannot be written: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value == null || value == Tuple.JSON_NULL) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(StringType.storable(text));
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof JsonObject object) {
            write(object.getMap(), out);
        } else if (value instanceof JsonArray array) {
            write(array.getList(), out);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.writeFieldName(StringType.storable(String.valueOf(entry.getKey())));
                write(entry.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object element : list) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (!writeNumber(value, out)) {
            out.writeRawValue(StringType.storable(other(value)));
        }
    }

    private static boolean writeNumber(Object value, JsonGenerator out) throws IOException {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double || value instanceof Float) {
            if (!Double.isFinite(((Number) value).doubleValue())) {
                throw new UnstorableValueException("a number in JSON that is not finite");
            }
            out.writeNumber(value.toString());
        } else if (value instanceof BigDecimal decimal) {
            out.writeNumber(NUMERIC.toText(decimal));
        } else if (value instanceof BigInteger integer) {
            out.writeNumber(integer);
        } else {
            return false;
        }
        return true;
    }

    /** What Vert.x writes in a form of its own: moments, bytes, enums, and beans if Jackson's databind is there. */
    private static String other(Object value) {
        try {
            return Json.encode(value);
        } catch (EncodeException e) {
            throw new UnstorableValueException("a " + value.getClass().getName() + ", which has no form in JSON", e);
        }
    }

    /** The value of a text: objects as {@code JsonObject}, arrays as {@code JsonArray}, null as {@link Tuple#JSON_NULL}. */
    static Object read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            Object value = read(parser);
            if (value instanceof Map<?, ?>) {
                @SuppressWarnings("unchecked") // made by readObject
                Map<String, Object> object = (Map<String, Object>) value;
                return new JsonObject(object);
            }
            if (value instanceof List<?> array) {
                return new JsonArray(array);
            }
            return value == null ? Tuple.JSON_NULL : value;
        } catch (JsonProcessingException e) {
            throw new UnreadableValueException("JSON that is beyond Jackson's limits: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object read(JsonParser in) throws IOException {
        return switch (in.currentTokenId()) {
            case JsonTokenId.ID_START_OBJECT -> readObject(in);
            case JsonTokenId.ID_START_ARRAY -> readArray(in);
            case JsonTokenId.ID_STRING -> in.getText();
            case JsonTokenId.ID_NUMBER_INT -> in.getNumberValue();
            case JsonTokenId.ID_NUMBER_FLOAT -> readDecimal(in);
            case JsonTokenId.ID_TRUE -> true;
            case JsonTokenId.ID_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> readObject(JsonParser in) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            in.nextToken();
            object.put(key, read(in));
        }
        return object;
    }

    private static List<@Nullable Object> readArray(JsonParser in) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (in.nextToken().id() != JsonTokenId.ID_END_ARRAY) {
            array.add(read(in));
        }
        return array;
    }

    /** A double, as JSON's numbers are to most; a BigDecimal where a double would lose digits. */
    private static Number readDecimal(JsonParser in) throws IOException {
        if (in.getTextLength() <= SAFE_FOR_DOUBLE) {
            return in.getDoubleValue();
        }
        BigDecimal exact = in.getDecimalValue();
        double rounded = exact.doubleValue();
        return Double.isFinite(rounded) && BigDecimal.valueOf(rounded).compareTo(exact) == 0 ? rounded : exact;
    }
}
