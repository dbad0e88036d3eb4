package shop;

import static dev.plectrum.web.input.TextTypes.LONG;

import dev.plectrum.orm.evaluate.Evaluate;
import dev.plectrum.web.Inputs;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import dev.plectrum.web.json.Given;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonName;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.JsonWriter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The routes of {@link ReviewViews}. */
@Generated("dev.plectrum")
final class ReviewViewsRoutes implements Routes {
    private final ReviewViews views;

    ReviewViewsRoutes(ReviewViews views) {
        this.views = views;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.post("/reviews/")
                        .name("ReviewViews.create")
                        .body()
                        .future(this::create, Reply.json(ReviewCodec.INSTANCE)),
                Route.patch("/reviews/{id}")
                        .name("ReviewViews.change")
                        .body()
                        .future(this::change, Reply.json(ReviewCodec.INSTANCE)));
    }

    private Future<Review> create(Request request) {
        Inputs in = request.inputs();
        UnaryOperator<ReviewDraft> values = in.body(CreateBody.INSTANCE);
        in.check();
        return views.create(values);
    }

    private Future<Review> change(Request request) {
        Inputs in = request.inputs();
        long id = in.path(0, LONG);
        UnaryOperator<ReviewDraft> values = in.body(ChangeBody.INSTANCE);
        in.check();
        return in.checked(views.change(id, values));
    }

    /** The JSON form of {@link Review}. */
    private static final class ReviewCodec implements JsonEncoder<Review> {
        static final ReviewCodec INSTANCE = new ReviewCodec();

        private static final JsonName ID = JsonName.of("id");
        private static final JsonName AUTHOR = JsonName.of("author");
        private static final JsonName STARS = JsonName.of("stars");
        private static final JsonName TEXT = JsonName.of("text");
        private static final JsonName PUBLISHED = JsonName.of("published");

        @Override
        public void write(JsonWriter out, Review value) {
            out.startObject();
            out.field(ID).number(value.id);
            out.field(AUTHOR).string(value.author);
            out.field(STARS).number(value.stars);
            out.field(TEXT).value(JsonWriter::string, value.text);
            out.field(PUBLISHED).bool(value.published);
            out.endObject();
        }
    }

    /** Fields of a {@link Review} that clients set. */
    private static final class CreateBody implements JsonDecoder<UnaryOperator<ReviewDraft>> {
        static final CreateBody INSTANCE = new CreateBody();

        @Override
        public @Nullable UnaryOperator<ReviewDraft> read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasAuthor = false;
            String author = null;
            boolean hasStars = false;
            int stars = 0;
            Given<String> text = Given.absent();
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "author" -> {
                        hasAuthor = true;
                        author = in.string();
                    }
                    case "stars" -> {
                        hasStars = true;
                        stars = in.int32();
                    }
                    case "text" -> text = in.given(JsonReader::string);
                    default -> in.unknownField("author", "stars", "text");
                }
            }
            if (!hasAuthor) {
                in.missing("author");
            }
            if (!hasStars) {
                in.missing("stars");
            }
            if (author != null && author.codePointCount(0, author.length()) > 100) {
                in.invalid("author", "too-long", "must have at most 100 characters", Map.of("max", 100));
            }
            if (in.errorCount() > errors || author == null) {
                return null;
            }
            if (!meetsCheck(stars)) {
                in.invalid("stars", "check", "must meet stars BETWEEN 1 AND 5");
            }
            if (in.errorCount() > errors) {
                return null;
            }
            return values(author, stars, text);
        }

        private static UnaryOperator<ReviewDraft> values(String author, int stars,
                Given<String> text) {
            return draft -> {
                draft.author(author);
                draft.stars(stars);
                text.ifPresent(draft::text);
                return draft;
            };
        }

        private static boolean meetsCheck(int stars) {
            // stars BETWEEN 1 AND 5
            return !Boolean.FALSE.equals(Evaluate.and(Evaluate.greaterOrEqual(stars, 1), Evaluate.lessOrEqual(stars, 5)));
        }
    }

    /** Fields of a {@link Review} that clients set. */
    private static final class ChangeBody implements JsonDecoder<UnaryOperator<ReviewDraft>> {
        static final ChangeBody INSTANCE = new ChangeBody();

        @Override
        public @Nullable UnaryOperator<ReviewDraft> read(JsonReader in) {
            int errors = in.errorCount();
            Given<Integer> stars = Given.absent();
            Given<String> text = Given.absent();
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "stars" -> stars = Given.of(in.int32());
                    case "text" -> text = in.given(JsonReader::string);
                    default -> in.unknownField("stars", "text");
                }
            }
            if (in.errorCount() > errors) {
                return null;
            }
            if (stars.isPresent() && !meetsCheck(stars.value())) {
                in.invalid("stars", "check", "must meet stars BETWEEN 1 AND 5");
            }
            if (in.errorCount() > errors) {
                return null;
            }
            return values(stars, text);
        }

        private static UnaryOperator<ReviewDraft> values(Given<Integer> stars, Given<String> text) {
            return draft -> {
                stars.ifPresent(draft::stars);
                text.ifPresent(draft::text);
                return draft;
            };
        }

        private static boolean meetsCheck(int stars) {
            // stars BETWEEN 1 AND 5
            return !Boolean.FALSE.equals(Evaluate.and(Evaluate.greaterOrEqual(stars, 1), Evaluate.lessOrEqual(stars, 5)));
        }
    }
}
