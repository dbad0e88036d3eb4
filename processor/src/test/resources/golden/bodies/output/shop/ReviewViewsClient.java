package shop;

import dev.plectrum.web.Url;
import dev.plectrum.web.json.Given;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonName;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.testing.AnswerReader;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TypedResponse;
import io.vertx.core.http.HttpMethod;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Asks {@link ReviewViews}, in tests. */
@Generated("dev.plectrum")
final class ReviewViewsClient {
    private final TestClient client;

    /** Asks over this client, as whoever it is logged in as. */
    ReviewViewsClient(TestClient client) {
        this.client = client;
    }

    /** {@code PATCH /reviews/{id}} */
    TypedResponse<ReviewAnswer> change(long id, ChangeBody values) {
        return client.request(HttpMethod.PATCH, Url.path("/reviews/").segment(id))
                .json(ChangeBodyCodec.INSTANCE, values)
                .answer(AnswerReader.json(ReviewAnswerCodec.INSTANCE));
    }

    /** {@code POST /reviews/} */
    TypedResponse<ReviewAnswer> create(CreateBody values) {
        return client.request(HttpMethod.POST, Url.path("/reviews/"))
                .json(CreateBodyCodec.INSTANCE, values)
                .answer(AnswerReader.json(ReviewAnswerCodec.INSTANCE));
    }

    /** What a client may say. */
    record ChangeBody(Given<Integer> stars, Given<String> text) {}

    /** What an answer says. */
    record ReviewAnswer(Long id, String author, int stars, @Nullable String text,
            boolean published) {}

    /** What a client may say. */
    record CreateBody(String author, int stars, Given<String> text) {}

    /** The JSON form of {@link ChangeBody}. */
    private static final class ChangeBodyCodec implements JsonEncoder<ChangeBody> {
        static final ChangeBodyCodec INSTANCE = new ChangeBodyCodec();

        private static final JsonName STARS = JsonName.of("stars");
        private static final JsonName TEXT = JsonName.of("text");

        @Override
        public void write(JsonWriter out, ChangeBody value) {
            out.startObject();
            if (value.stars().isPresent()) {
                out.field(STARS).value(JsonWriter::number, value.stars().value());
            }
            if (value.text().isPresent()) {
                out.field(TEXT).value(JsonWriter::string, value.text().value());
            }
            out.endObject();
        }
    }

    /** The JSON form of {@link ReviewAnswer}. */
    private static final class ReviewAnswerCodec implements JsonDecoder<ReviewAnswer> {
        static final ReviewAnswerCodec INSTANCE = new ReviewAnswerCodec();

        @Override
        public @Nullable ReviewAnswer read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasId = false;
            Long id = null;
            boolean hasAuthor = false;
            String author = null;
            boolean hasStars = false;
            int stars = 0;
            String text = null;
            boolean hasPublished = false;
            boolean published = false;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "id" -> {
                        hasId = true;
                        id = in.int64();
                    }
                    case "author" -> {
                        hasAuthor = true;
                        author = in.string();
                    }
                    case "stars" -> {
                        hasStars = true;
                        stars = in.int32();
                    }
                    case "text" -> text = in.nullable(JsonReader::string);
                    case "published" -> {
                        hasPublished = true;
                        published = in.bool();
                    }
                    default -> in.unknownField("id", "author", "stars", "text", "published");
                }
            }
            if (!hasId) {
                in.missing("id");
            }
            if (!hasAuthor) {
                in.missing("author");
            }
            if (!hasStars) {
                in.missing("stars");
            }
            if (!hasPublished) {
                in.missing("published");
            }
            if (in.errorCount() > errors || id == null || author == null) {
                return null;
            }
            return new ReviewAnswer(id, author, stars, text, published);
        }
    }

    /** The JSON form of {@link CreateBody}. */
    private static final class CreateBodyCodec implements JsonEncoder<CreateBody> {
        static final CreateBodyCodec INSTANCE = new CreateBodyCodec();

        private static final JsonName AUTHOR = JsonName.of("author");
        private static final JsonName STARS = JsonName.of("stars");
        private static final JsonName TEXT = JsonName.of("text");

        @Override
        public void write(JsonWriter out, CreateBody value) {
            out.startObject();
            out.field(AUTHOR).string(value.author());
            out.field(STARS).number(value.stars());
            if (value.text().isPresent()) {
                out.field(TEXT).value(JsonWriter::string, value.text().value());
            }
            out.endObject();
        }
    }
}
