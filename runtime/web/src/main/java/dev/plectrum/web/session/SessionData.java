package dev.plectrum.web.session;

import dev.plectrum.web.error.FieldError.Place;
import dev.plectrum.web.error.FieldErrors;
import dev.plectrum.web.json.JsonCodec;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonLimits;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.json.MalformedJsonException;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a store keeps of a session.
 *
 * @param userId who is logged in, or null
 * @param values what views remember
 * @param csrfSecret what CSRF tokens are made of, or null until one is asked for
 * @param createdAt when it began
 * @param usedAt when it was seen last, give or take a minute
 */
public record SessionData(
        @Nullable String userId,
        Map<String, String> values,
        @Nullable String csrfSecret,
        Instant createdAt,
        Instant usedAt) {
    private static final JsonCodec<SessionData> CODEC = new Codec();

    /** Copies the values. */
    public SessionData {
        values = Map.copyOf(values);
    }

    /** As bytes. */
    public byte[] encode() {
        return JsonWriter.encode(CODEC, this).getBytes();
    }

    /** From bytes; null if they are not what {@link #encode} makes: those of another version, say. */
    public static @Nullable SessionData decode(byte[] bytes) {
        var errors = new FieldErrors(Place.BODY);
        try {
            SessionData data = JsonReader.decode(Buffer.buffer(bytes), CODEC, JsonLimits.DEFAULT, errors);
            return errors.isEmpty() ? data : null;
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static final class Codec implements JsonCodec<SessionData> {
        private static final JsonDecoder<Map<String, String>> VALUES = JsonDecoder.object(JsonReader::string);

        @Override
        public void write(JsonWriter out, SessionData data) {
            out.startObject();
            if (data.userId != null) {
                out.field("user").string(data.userId);
            }
            if (data.csrfSecret != null) {
                out.field("csrf").string(data.csrfSecret);
            }
            out.field("created").number(data.createdAt.getEpochSecond());
            out.field("used").number(data.usedAt.getEpochSecond());
            out.field("values").any(data.values);
            out.endObject();
        }

        @Override
        public @Nullable SessionData read(JsonReader in) {
            String user = null;
            String csrf = null;
            long created = 0;
            long used = 0;
            Map<String, String> values = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "user" -> user = in.string();
                    case "csrf" -> csrf = in.string();
                    case "created" -> created = in.int64();
                    case "used" -> used = in.int64();
                    case "values" -> values = in.value(VALUES);
                    default -> in.unknownField();
                }
            }
            return new SessionData(
                    user,
                    values == null ? Map.of() : values,
                    csrf,
                    Instant.ofEpochSecond(created),
                    Instant.ofEpochSecond(used));
        }
    }
}
