package shop;

import static dev.plectrum.web.input.TextTypes.INT;
import static dev.plectrum.web.input.TextTypes.LOCAL_DATE;
import static dev.plectrum.web.input.TextTypes.LONG;
import static dev.plectrum.web.input.TextTypes.STRING;

import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.Page;
import dev.plectrum.orm.PageRequest;
import dev.plectrum.web.Outcome;
import dev.plectrum.web.Url;
import dev.plectrum.web.input.TextType;
import dev.plectrum.web.input.TextTypes;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.RowsJson;
import dev.plectrum.web.testing.AnswerReader;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TestEvents;
import dev.plectrum.web.testing.TestFile;
import dev.plectrum.web.testing.TestResponse;
import dev.plectrum.web.testing.TestSocket;
import dev.plectrum.web.testing.TypedResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Asks {@link OrderViews}, in tests. */
@Generated("dev.plectrum")
public final class OrderViewsClient {
    private static final TextType<Stage> STAGE = TextTypes.constant(Stage.class);

    private final TestClient client;

    /** Asks over this client, as whoever it is logged in as. */
    public OrderViewsClient(TestClient client) {
        this.client = client;
    }

    /** {@code GET /orders/by/{stage}/{product}} */
    public TypedResponse<Map<String, List<Integer>>> by(Stage stage, ProductId product) {
        return client.request(HttpMethod.GET, Url.path("/orders/by/").segment(stage.name()).text("/").segment(ProductId.TEXT, product))
                .answer(AnswerReader.json(JsonDecoder.object(JsonDecoder.<Integer>array(JsonReader::int32))));
    }

    /** {@code DELETE /orders/all} */
    public TypedResponse<Deleted> clear() {
        return client.request(HttpMethod.DELETE, Url.path("/orders/all"))
                .answer(AnswerReader.<Deleted>json(RowsJson::readDeleted));
    }

    /** {@code GET /orders/count} */
    public TypedResponse<Long> count() {
        return client.request(HttpMethod.GET, Url.path("/orders/count"))
                .answer(AnswerReader.<Long>json(JsonReader::int64));
    }

    /** {@code GET /orders/{number}/lines/{line}.csv} */
    public TypedResponse<String> csv(UUID number, int line) {
        return client.request(HttpMethod.GET, Url.path("/orders/").segment(TextTypes.UUID, number).text("/lines/").segment(line).text(".csv"))
                .answer(AnswerReader.text());
    }

    /** {@code GET /orders/events} */
    public TestEvents<OrderAnswer> events() {
        return client.request(HttpMethod.GET, Url.path("/orders/events"))
                .<OrderAnswer>events(OrderAnswerCodec.INSTANCE);
    }

    /** {@code GET /orders/export} */
    public TypedResponse<List<OrderAnswer>> export() {
        return client.request(HttpMethod.GET, Url.path("/orders/export"))
                .answer(AnswerReader.json(JsonDecoder.array(OrderAnswerCodec.INSTANCE)));
    }

    /** {@code GET /orders/files/{path...}} */
    public TestResponse file(String path) {
        return client.request(HttpMethod.GET, Url.path("/orders/files/").rest(path))
                .send();
    }

    /** {@code GET /orders/home} */
    public TypedResponse<String> home() {
        return client.request(HttpMethod.GET, Url.path("/orders/home"))
                .answer(AnswerReader.redirect());
    }

    /** {@code GET /orders/keys} */
    public TypedResponse<KeyPage<OrderAnswer>> keys(OrderViews.Filter filter) {
        return client.request(HttpMethod.GET, Url.path("/orders/keys"))
                .query("text", STRING, filter.text())
                .query("min", INT, filter.least())
                .answer(AnswerReader.json(RowsJson.readKeyPage(OrderAnswerCodec.INSTANCE)));
    }

    /** {@code GET /orders/} */
    public TypedResponse<Page<OrderAnswer>> list(@Nullable List<Stage> stage,
            @Nullable LocalDate since, @Nullable Stage first, @Nullable LocalDate day,
            @Nullable Long weight, @Nullable String ifMatch, @Nullable String theme,
            @Nullable PageRequest page) {
        return client.request(HttpMethod.GET, Url.path("/orders/"))
                .queries("stage", STAGE, stage)
                .query("since", LOCAL_DATE, since)
                .query("first", STAGE, first)
                .query("day", LOCAL_DATE, day)
                .query("weight", LONG, weight)
                .header("If-Match", STRING, ifMatch)
                .cookie("theme", STRING, theme)
                .page(page)
                .answer(AnswerReader.json(RowsJson.readPage(OrderAnswerCodec.INSTANCE)));
    }

    /** {@code GET /orders/live/{id}} */
    public TestSocket<NewOrder.Line, OrderAnswer> live(long id) {
        return client.request(HttpMethod.GET, Url.path("/orders/live/").segment(id))
                .<NewOrder.Line, OrderAnswer>socket(NewOrderJson.LineJson.CODEC, OrderAnswerCodec.INSTANCE);
    }

    /** {@code POST /orders/photo} */
    public TypedResponse<@Nullable Void> photo(@Nullable TestFile photo, @Nullable String title,
            @Nullable TestFile other) {
        return client.request(HttpMethod.POST, Url.path("/orders/photo"))
                .file("photo", photo)
                .form("title", STRING, title)
                .file("other", other)
                .answer(AnswerReader.nothing());
    }

    /** {@code POST /orders/} */
    public TypedResponse<Outcome<OrderAnswer, Refusal>> place(NewOrder order) {
        return client.request(HttpMethod.POST, Url.path("/orders/"))
                .json(NewOrderJson.CODEC, order)
                .answer(AnswerReader.outcome(AnswerReader.json(OrderAnswerCodec.INSTANCE), 422, AnswerReader.json(RefusalCodec.INSTANCE)));
    }

    /** {@code PATCH /orders/raw} */
    public TypedResponse<@Nullable Void> raw(Buffer body) {
        return client.request(HttpMethod.PATCH, Url.path("/orders/raw"))
                .body(body)
                .answer(AnswerReader.nothing());
    }

    /** {@code PUT /orders/{id}/lines} */
    public TypedResponse<OrderAnswer> replace(long id, List<NewOrder.Line> lines) {
        return client.request(HttpMethod.PUT, Url.path("/orders/").segment(id).text("/lines"))
                .json(JsonEncoder.array(NewOrderJson.LineJson.CODEC), lines)
                .answer(AnswerReader.json(OrderAnswerCodec.INSTANCE));
    }

    /** {@code GET /orders/stages} */
    public TypedResponse<List<Stage>> stages() {
        return client.request(HttpMethod.GET, Url.path("/orders/stages"))
                .answer(AnswerReader.json(JsonDecoder.<Stage>array(json -> json.constant(Stage.values()))));
    }

    /** {@code POST /orders/stream} */
    public TypedResponse<@Nullable Void> stream(Buffer body) {
        return client.request(HttpMethod.POST, Url.path("/orders/stream"))
                .body(body)
                .answer(AnswerReader.nothing());
    }

    /** {@code GET /orders/today} */
    public TypedResponse<LocalDate> today() {
        return client.request(HttpMethod.GET, Url.path("/orders/today"))
                .answer(AnswerReader.<LocalDate>json(JsonReader::localDate));
    }

    /** What an answer says. */
    public record OrderAnswer(Long id, String mail, @Nullable String note, Stage stage,
            BigDecimal total, List<String> tags, Instant placedAt, boolean gift) {}

    /** The JSON form of {@link Refusal}. */
    private static final class RefusalCodec implements JsonDecoder<Refusal> {
        static final RefusalCodec INSTANCE = new RefusalCodec();

        @Override
        public @Nullable Refusal read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasWhy = false;
            String why = null;
            Stage stage = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "why" -> {
                        hasWhy = true;
                        why = in.string();
                    }
                    case "stage" -> stage = in.nullable(json -> json.constant(Stage.values()));
                    default -> in.unknownField("why", "stage");
                }
            }
            if (!hasWhy) {
                in.missing("why");
            }
            if (in.errorCount() > errors || why == null) {
                return null;
            }
            return new Refusal(why, stage);
        }
    }

    /** The JSON form of {@link OrderAnswer}. */
    private static final class OrderAnswerCodec implements JsonDecoder<OrderAnswer> {
        static final OrderAnswerCodec INSTANCE = new OrderAnswerCodec();

        private static final JsonDecoder<List<String>> TAGS_DECODER = JsonDecoder.<String>array(JsonReader::string);

        @Override
        public @Nullable OrderAnswer read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasId = false;
            Long id = null;
            boolean hasMail = false;
            String mail = null;
            String note = null;
            boolean hasStage = false;
            Stage stage = null;
            boolean hasTotal = false;
            BigDecimal total = null;
            boolean hasTags = false;
            List<String> tags = null;
            boolean hasPlacedAt = false;
            Instant placedAt = null;
            boolean hasGift = false;
            boolean gift = false;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "id" -> {
                        hasId = true;
                        id = in.int64();
                    }
                    case "mail" -> {
                        hasMail = true;
                        mail = in.string();
                    }
                    case "note" -> note = in.nullable(JsonReader::string);
                    case "stage" -> {
                        hasStage = true;
                        stage = in.constant(Stage.values());
                    }
                    case "total" -> {
                        hasTotal = true;
                        total = in.decimal();
                    }
                    case "tags" -> {
                        hasTags = true;
                        tags = in.value(TAGS_DECODER);
                    }
                    case "placedAt" -> {
                        hasPlacedAt = true;
                        placedAt = in.instant();
                    }
                    case "gift" -> {
                        hasGift = true;
                        gift = in.bool();
                    }
                    default -> in.unknownField("id", "mail", "note", "stage", "total", "tags", "placedAt", "gift");
                }
            }
            if (!hasId) {
                in.missing("id");
            }
            if (!hasMail) {
                in.missing("mail");
            }
            if (!hasStage) {
                in.missing("stage");
            }
            if (!hasTotal) {
                in.missing("total");
            }
            if (!hasTags) {
                in.missing("tags");
            }
            if (!hasPlacedAt) {
                in.missing("placedAt");
            }
            if (!hasGift) {
                in.missing("gift");
            }
            if (in.errorCount() > errors
                    || id == null
                    || mail == null
                    || stage == null
                    || total == null
                    || tags == null
                    || placedAt == null) {
                return null;
            }
            return new OrderAnswer(id, mail, note, stage, total, tags, placedAt, gift);
        }
    }
}
