package dev.plectrum.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.plectrum.web.error.FieldErrors;
import dev.plectrum.web.input.TextType;
import dev.plectrum.web.input.TextTypes;
import dev.plectrum.web.input.UnreadableException;
import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON on jackson-core for generated decoders. A value that does not fit its type is noted in {@link #errors()} and read
 * past, so that one answer names everything wrong; a text that is not JSON ends reading with {@link MalformedJsonException}.
 *
 * <p>A decoder finds the reader standing on the first token of its value and leaves it standing on the last.
 *
 * <pre>{@code
 * if (!in.startObject()) {
 *   return null;
 * }
 * while (in.nextField()) {
 *   switch (in.fieldName()) {
 *     case "name" -> name = in.string();
 *     default -> in.unknownField();
 *   }
 * }
 * }</pre>
 */
public final class JsonReader {
    private static final Pattern SETTINGS = Pattern.compile(", from `[^`]*`|: enable `[^`]*` to allow"
            + "| \\(start marker at \\[.*?\\]\\)| \\(not recognized as one since [^)]*\\)");
    private static final Map<JsonLimits, JsonFactory> FACTORIES = new ConcurrentHashMap<>();

    private final JsonParser parser;
    private final JsonLimits limits;
    private final FieldErrors errors;
    private final Lookahead lookahead;
    private final List<Class<?>> groups;
    private @Nullable String @Nullable [] kinds;

    private JsonReader(
            JsonParser parser, JsonLimits limits, FieldErrors errors, Lookahead lookahead, List<Class<?>> groups) {
        this.parser = parser;
        this.limits = limits;
        this.errors = errors;
        this.lookahead = lookahead;
        this.groups = groups;
    }

    /** Another parser of the same text, from this byte on. */
    private interface Lookahead {
        JsonParser from(long offset) throws IOException;
    }

    /**
     * The one value that a text holds; null when it is wrong, which {@code errors} then say. Fails with
     * {@link MalformedJsonException} if the text is not JSON, or not UTF-8, or goes on behind the value.
     */
    public static <T> @Nullable T decode(Buffer text, JsonDecoder<T> decoder, JsonLimits limits, FieldErrors errors) {
        return decode(text, decoder, limits, errors, List.of());
    }

    /** The same, held to the constraints of these groups besides those of none. */
    public static <T> @Nullable T decode(
            Buffer text, JsonDecoder<T> decoder, JsonLimits limits, FieldErrors errors, List<Class<?>> groups) {
        ByteBuf bytes = ((BufferInternal) text).getByteBuf();
        int length = bytes.readableBytes();
        byte[] array = bytes.hasArray() ? bytes.array() : text.getBytes();
        int offset = bytes.hasArray() ? bytes.arrayOffset() + bytes.readerIndex() : 0;
        // jackson-core would read UTF-16 and UTF-32 as well, which it knows by the NULs at the beginning.
        if (!Utf8.isValid(array, offset, length) || beginsWithNul(array, offset, length)) {
            throw new MalformedJsonException("The text is not valid UTF-8", false);
        }
        Lookahead lookahead = from -> factory(limits).createParser(array, offset + (int) from, length - (int) from);
        try (JsonParser parser = factory(limits).createParser(array, offset, length)) {
            var in = new JsonReader(parser, limits, errors, lookahead, groups);
            if (in.next() == null) {
                throw new MalformedJsonException("The text is empty where a JSON value was expected", false);
            }
            T value = in.value(decoder);
            if (in.next() != null) {
                throw new MalformedJsonException("The text goes on behind the JSON value", false);
            }
            return value;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    private static boolean beginsWithNul(byte[] array, int offset, int length) {
        for (int i = 0; i < Math.min(length, 4); i++) {
            if (array[offset + i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static JsonFactory factory(JsonLimits limits) {
        return FACTORIES.computeIfAbsent(limits, l -> new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(l.depth())
                        .maxNumberLength(l.numberLength())
                        .maxNameLength(l.nameLength())
                        .maxStringLength(Integer.MAX_VALUE) // the body as a whole is limited
                        .build())
                // Two readers of {"role":"user","role":"admin"} must not disagree about who came in.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Interned and cached names would let clients fill a table shared by all requests.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build());
    }

    /** Without advice on settings of the parser: it is for whoever sent the text. */
    private static String plain(String message) {
        return SETTINGS.matcher(message).replaceAll("");
    }

    private static MalformedJsonException malformed(IOException e) {
        if (e instanceof StreamConstraintsException limit) {
            return new MalformedJsonException(plain(limit.getOriginalMessage()), true);
        }
        if (e instanceof com.fasterxml.jackson.core.JsonProcessingException processing) {
            String where = processing.getLocation() == null
                    ? ""
                    : " at line " + processing.getLocation().getLineNr() + ", column "
                            + processing.getLocation().getColumnNr();
            return new MalformedJsonException(plain(processing.getOriginalMessage()) + where, false);
        }
        return new MalformedJsonException(String.valueOf(e.getMessage()), false);
    }

    // ---- structure

    private @Nullable JsonToken next() {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Whether an object begins here. If not, that is noted and the value skipped. */
    public boolean startObject() {
        return begins(JsonToken.START_OBJECT, "an object");
    }

    /** Whether an array begins here. If not, that is noted and the value skipped. */
    public boolean startArray() {
        return begins(JsonToken.START_ARRAY, "an array");
    }

    private boolean begins(JsonToken token, String name) {
        if (parser.currentToken() == token) {
            return true;
        }
        mismatch(name);
        return false;
    }

    /** Moves to the value of the object's next field; false at the object's end. */
    public boolean nextField() {
        while (next() == JsonToken.FIELD_NAME) {
            next();
            if (kinds == null || !isKind()) {
                return true;
            }
            skip();
        }
        if (kinds != null) {
            // The context is the one around the object that ends here.
            kinds[parser.getParsingContext().getNestingDepth() + 1] = null;
        }
        return false;
    }

    /** Whether the field here is the one that told what the object is. */
    private boolean isKind() {
        JsonStreamContext context = parser.getParsingContext();
        JsonToken token = parser.currentToken();
        boolean inside = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        String kind = kinds == null ? null : kinds[context.getNestingDepth() - (inside ? 1 : 0)];
        return kind != null && kind.equals(fieldName());
    }

    /**
     * Which of these words the object that begins here says in its discriminator, wherever that stands; the reader stays where it is, and
     * the field is not met again. If it says none of them, or nothing, that is noted, the value skipped, and null comes back.
     */
    public @Nullable String kind(String discriminator, String... words) {
        if (!startObject()) {
            return null;
        }
        String kind = find(discriminator);
        if (kind != null && List.of(words).contains(kind)) {
            if (kinds == null) {
                kinds = new @Nullable String[limits.depth() + 2];
            }
            kinds[parser.getParsingContext().getNestingDepth()] = discriminator;
            return kind;
        }
        String path = here();
        String field = path.isEmpty() ? discriminator : path + "." + discriminator;
        skip();
        if (kind == null) {
            errors.addUnread(field, "required", "is required", Map.of());
        } else {
            errors.addUnread(
                    field, "choice", "must be one of " + String.join(", ", words), Map.of("choices", List.of(words)));
        }
        return null;
    }

    /** The text of a field of the object that begins here; empty if it is no text, null if it is not there. */
    private @Nullable String find(String field) {
        try (JsonParser ahead = lookahead.from(parser.currentTokenLocation().getByteOffset())) {
            ahead.nextToken();
            while (ahead.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = field.equals(ahead.currentName());
                JsonToken value = ahead.nextToken();
                if (found) {
                    return value == JsonToken.VALUE_STRING ? ahead.getText() : "";
                }
                ahead.skipChildren();
            }
            return null;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Whether constraints of this group hold: it was named, or one that extends it. */
    public boolean isIn(Class<?> group) {
        for (Class<?> named : groups) {
            if (group.isAssignableFrom(named)) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the array's next element; false at the array's end. */
    public boolean nextElement() {
        return next() != JsonToken.END_ARRAY;
    }

    /** The name of the field whose value is here. */
    public String fieldName() {
        try {
            // At the beginning of an object or array the parser's own name is that of the value's parent.
            JsonStreamContext context = parser.getParsingContext();
            JsonToken token = parser.currentToken();
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                JsonStreamContext parent = context.getParent();
                return parent == null || parent.getCurrentName() == null ? "" : parent.getCurrentName();
            }
            String name = parser.currentName();
            return name == null ? "" : name;
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Whether {@code null} stands here. */
    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** Reads past the value that begins here. */
    public void skip() {
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** Notes a field that the type does not have, and reads past it. */
    public void unknownField() {
        note("unknown-field", "is not a field of this type", Map.of());
        skip();
    }

    /** Notes a field that the type does not have, with those it has, and reads past it. */
    public void unknownField(String... fields) {
        note(
                "unknown-field",
                "is not one of the fields " + String.join(", ", fields),
                Map.of("fields", List.of(fields)));
        skip();
    }

    /** Notes that a field of the object just read is missing. */
    public void missing(String field) {
        errors.addUnread(path(field), "required", "is required", Map.of());
    }

    /** Notes that a field of the object just read has a value that is not allowed; an empty field means the object itself. */
    public void invalid(String field, String code, String detail) {
        invalid(field, code, detail, Map.of());
    }

    /** The same with the values that a translated message may mention. */
    public void invalid(String field, String code, String detail, Map<String, Object> values) {
        errors.add(path(field), code, detail, values);
    }

    /** What was noted so far. */
    public FieldErrors errors() {
        return errors;
    }

    /** How many errors were noted so far: a decoder compares to see whether its own fields were read. */
    public int errorCount() {
        return errors.size();
    }

    // ---- values

    /** A value by its decoder. {@code null} is noted as an error. */
    public <T> @Nullable T value(JsonDecoder<T> decoder) {
        if (isNull()) {
            note("not-null", "must not be null", Map.of());
            return null;
        }
        return decoder.read(this);
    }

    /** A value by its decoder, or null. */
    public <T> @Nullable T nullable(JsonDecoder<T> decoder) {
        return isNull() ? null : decoder.read(this);
    }

    /** A field of a partial update: given, with a value that may be null. */
    public <T> Given<T> given(JsonDecoder<T> decoder) {
        return Given.of(nullable(decoder));
    }

    /** A text. */
    public @Nullable String string() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            mismatch("a string");
            return null;
        }
        String text = text();
        if (!TextTypes.isStorable(text)) {
            note("invalid-characters", TextTypes.NOT_STORABLE, Map.of());
            return null;
        }
        return text;
    }

    private String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    /** A boolean; false when it is none. */
    public boolean bool() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token != JsonToken.VALUE_FALSE) {
            mismatch("true or false");
        }
        return false;
    }

    /** A 16-bit integer; 0 when it is none. */
    public short int16() {
        return (short) integer(Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** A 32-bit integer; 0 when it is none. */
    public int int32() {
        return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A 64-bit integer; 0 when it is none. */
    public long int64() {
        return integer(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private long integer(long least, long most) {
        try {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                mismatch("an integer");
                return 0;
            }
            JsonParser.NumberType type = parser.getNumberType();
            if (type != JsonParser.NumberType.BIG_INTEGER) {
                long value = parser.getLongValue();
                if (value >= least && value <= most) {
                    return value;
                }
            }
        } catch (IOException e) {
            throw malformed(e);
        }
        note("out-of-range", "must be between " + least + " and " + most, Map.of("min", least, "max", most));
        return 0;
    }

    /** A floating-point number; 0 when it is none. */
    public double float64() {
        if (!isNumber()) {
            mismatch("a number");
            return 0;
        }
        double value = Double.parseDouble(text());
        if (Double.isInfinite(value)) {
            note("out-of-range", "is too large for a floating-point number", Map.of());
            return 0;
        }
        return value;
    }

    /** A floating-point number of single precision; 0 when it is none. */
    public float float32() {
        if (!isNumber()) {
            mismatch("a number");
            return 0;
        }
        float value = Float.parseFloat(text());
        if (Float.isInfinite(value)) {
            note("out-of-range", "is too large for a floating-point number", Map.of());
            return 0;
        }
        return value;
    }

    /** A decimal, with every digit that was written: {@code "12.50"} or {@code 12.50}. */
    public @Nullable BigDecimal decimal() {
        if (!isNumber() && parser.currentToken() != JsonToken.VALUE_STRING) {
            mismatch("a decimal number, as a string or a number");
            return null;
        }
        String text = text();
        if (text.length() <= limits.numberLength()) {
            try {
                var value = new BigDecimal(text);
                if (Math.abs((long) value.scale()) <= limits.scale()) {
                    return value;
                }
            } catch (NumberFormatException e) {
                note("type", "must be a decimal number", Map.of());
                return null;
            }
        }
        note("out-of-range", "has too many digits", Map.of());
        return null;
    }

    /** An integer of any size, as a string or a number. */
    public @Nullable BigInteger bigInteger() {
        BigDecimal value = decimal();
        if (value == null) {
            return null;
        }
        try {
            return value.toBigIntegerExact();
        } catch (ArithmeticException e) {
            note("type", "must be an integer", Map.of());
            return null;
        }
    }

    private boolean isNumber() {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    }

    /** A value that is written as a string of this type. */
    public <T> @Nullable T text(TextType<T> type) {
        String text = string();
        if (text == null) {
            return null;
        }
        try {
            return type.read(text);
        } catch (UnreadableException e) {
            note(e.code(), e.detail(), e.values());
            return null;
        }
    }

    /** A UUID. */
    public @Nullable UUID uuid() {
        return text(TextTypes.UUID);
    }

    /** A point in time. */
    public @Nullable Instant instant() {
        return text(TextTypes.INSTANT);
    }

    /** A point in time with an offset. */
    public @Nullable OffsetDateTime offsetDateTime() {
        return text(TextTypes.OFFSET_DATE_TIME);
    }

    /** A date. */
    public @Nullable LocalDate localDate() {
        return text(TextTypes.LOCAL_DATE);
    }

    /** A time of day. */
    public @Nullable LocalTime localTime() {
        return text(TextTypes.LOCAL_TIME);
    }

    /** A date and a time of day without a zone. */
    public @Nullable LocalDateTime localDateTime() {
        return text(TextTypes.LOCAL_DATE_TIME);
    }

    /** A length of time. */
    public @Nullable Duration duration() {
        return text(TextTypes.DURATION);
    }

    /** Bytes, in Base64. */
    public byte @Nullable [] bytes() {
        String text = string();
        if (text == null) {
            return null;
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            note("type", "must be Base64", Map.of());
            return null;
        }
    }

    /** One of these constants, by name. */
    public <E extends Enum<E>> @Nullable E constant(E[] constants) {
        return choice(Arrays.asList(constants), Enum::name);
    }

    /** One of these, by its word. */
    public <E> @Nullable E choice(List<E> choices, Function<E, String> word) {
        String text = string();
        if (text == null) {
            return null;
        }
        for (E choice : choices) {
            if (word.apply(choice).equals(text)) {
                return choice;
            }
        }
        List<String> words = choices.stream().map(word).toList();
        note("choice", "must be one of " + String.join(", ", words), Map.of("choices", words));
        return null;
    }

    // ---- errors

    private void mismatch(String expected) {
        if (isNull()) {
            note("not-null", "must not be null", Map.of());
        } else {
            note("type", "must be " + expected, Map.of());
        }
        skip();
    }

    /** Notes something wrong with the value here. */
    public void note(String code, String detail, Map<String, Object> values) {
        errors.addUnread(here(), code, detail, values);
    }

    private String here() {
        JsonStreamContext context = parser.getParsingContext();
        JsonToken token = parser.currentToken();
        if ((token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) && context.getParent() != null) {
            context = context.getParent();
        }
        var path = new StringBuilder();
        append(path, context);
        return path.toString();
    }

    private String path(String field) {
        // After the end of an object the context is the one around it, which is where the object stands.
        var path = new StringBuilder();
        append(path, parser.getParsingContext());
        String separator = path.length() == 0 || field.isEmpty() ? "" : ".";
        return path.append(separator).append(field).toString();
    }

    private static void append(StringBuilder path, JsonStreamContext context) {
        if (context.getParent() != null) {
            append(path, context.getParent());
        }
        if (context.inObject() && context.getCurrentName() != null) {
            path.append(path.length() == 0 ? "" : ".").append(context.getCurrentName());
        } else if (context.inArray() && context.hasCurrentIndex()) {
            path.append('[').append(context.getCurrentIndex()).append(']');
        }
    }
}
