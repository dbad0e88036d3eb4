package shop;

import static dev.plectrum.web.input.TextTypes.INT;
import static dev.plectrum.web.input.TextTypes.LOCAL_DATE;
import static dev.plectrum.web.input.TextTypes.LONG;
import static dev.plectrum.web.input.TextTypes.STRING;
import static dev.plectrum.web.input.TextTypes.UUID;

import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.Page;
import dev.plectrum.orm.PageRequest;
import dev.plectrum.web.Created;
import dev.plectrum.web.EventStream;
import dev.plectrum.web.Inputs;
import dev.plectrum.web.NoContent;
import dev.plectrum.web.Outcome;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import dev.plectrum.web.Upload;
import dev.plectrum.web.Url;
import dev.plectrum.web.input.TextType;
import dev.plectrum.web.input.TextTypes;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonName;
import dev.plectrum.web.json.JsonWriter;
import dev.plectrum.web.json.RowsJson;
import dev.plectrum.web.limit.RateLimit;
import dev.plectrum.web.socket.Conversation;
import dev.plectrum.web.socket.SocketSpec;
import io.vertx.core.Future;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The routes of {@link OrderViews}. */
@Generated("dev.plectrum")
public final class OrderViewsRoutes implements Routes {
    private static final TextType<Stage> STAGE = TextTypes.constant(Stage.class);

    private final OrderViews views;
    private final Audit audit;

    /** The routes of these views. */
    public OrderViewsRoutes(OrderViews views, Audit audit) {
        this.views = views;
        this.audit = audit;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.get("/orders/")
                        .name("OrderViews.list")
                        .open()
                        .use(audit)
                        .future(this::list, Reply.json(RowsJson.page(OrderCodec.INSTANCE))),
                Route.get("/orders/keys")
                        .name("OrderViews.keys")
                        .timeout(Duration.ofMillis(500))
                        .cacheShared(Duration.ofHours(1))
                        .use(audit)
                        .value(this::keys, Reply.json(RowsJson.keyPage(OrderCodec.INSTANCE))),
                Route.get("/orders/{number}/lines/{line}.csv")
                        .name("OrderViews.csv")
                        .session()
                        .use(audit)
                        .value(this::csv, Reply.text()),
                Route.get("/orders/by/{stage}/{product}")
                        .name("OrderViews.by")
                        .user(new Staff())
                        .use(audit)
                        .value(this::by, Reply.json(JsonEncoder.object(JsonEncoder.<Integer>array(JsonWriter::number)))),
                Route.get("/orders/files/{path...}")
                        .name("OrderViews.file")
                        .use(audit)
                        .value(this::file, Reply.response()),
                Route.post("/orders/")
                        .name("OrderViews.place")
                        .body(Route.BodyUse.BYTES, 10000)
                        .rateLimit(RateLimit.of("100/min", RateLimit.By.ADDRESS).burst(20))
                        .use(audit)
                        .future(
                                this::place,
                                Reply.outcome(Reply.created(OrderCodec.INSTANCE).status(202), Reply.json(RefusalCodec.INSTANCE).status(422))),
                Route.put("/orders/{id}/lines")
                        .name("OrderViews.replace")
                        .body()
                        .use(audit)
                        .waiting(this::replace, Reply.json(OrderCodec.INSTANCE)),
                Route.patch("/orders/raw")
                        .name("OrderViews.raw")
                        .body()
                        .csrfExempt()
                        .use(audit)
                        .value(this::raw, Reply.nothing()),
                Route.post("/orders/stream")
                        .name("OrderViews.stream")
                        .body(Route.BodyUse.STREAM, 0)
                        .use(audit)
                        .future(this::stream, Reply.nothing()),
                Route.post("/orders/photo")
                        .name("OrderViews.photo")
                        .form()
                        .use(audit)
                        .future(this::photo, Reply.nothing()),
                Route.delete("/orders/all")
                        .name("OrderViews.clear")
                        .use(audit)
                        .future(this::clear, Reply.json(RowsJson.DELETED)),
                Route.get("/orders/export")
                        .name("OrderViews.export")
                        .use(audit)
                        .value(this::export, Reply.stream(OrderCodec.INSTANCE)),
                Route.get("/orders/events")
                        .name("OrderViews.events")
                        .use(audit)
                        .value(this::events, Reply.events(OrderCodec.INSTANCE)),
                Route.get("/orders/today")
                        .name("OrderViews.today")
                        .use(audit)
                        .value(this::today, Reply.<LocalDate>json(JsonWriter::string)),
                Route.get("/orders/count")
                        .name("OrderViews.count")
                        .use(audit)
                        .future(this::count, Reply.<Long>json(JsonWriter::number)),
                Route.get("/orders/stages")
                        .name("OrderViews.stages")
                        .conditional()
                        .use(audit)
                        .value(this::stages, Reply.json(JsonEncoder.<Stage>array(JsonWriter::string))),
                Route.get("/orders/home")
                        .name("OrderViews.home")
                        .use(audit)
                        .value(this::home, Reply.redirect()),
                Route.get("/orders/live/{id}")
                        .name("OrderViews.live")
                        .use(audit)
                        .socket(SocketSpec.<NewOrder.Line, Order>json(NewOrderJson.LineJson.CODEC, OrderCodec.INSTANCE, this::live)));
    }

    private Future<Page<Order>> list(Request request) {
        Inputs in = request.inputs();
        List<Stage> stage = in.query().list("stage", STAGE);
        LocalDate since = in.query().optional("since", LOCAL_DATE);
        Stage first = in.query().optional("first", STAGE, Stage.NEW);
        LocalDate day = in.query().optional("day", LOCAL_DATE, LOCAL_DATE.read("2025-01-31"));
        long weight = in.query().optional("weight", LONG, 7L);
        String ifMatch = in.headers().required("If-Match", STRING);
        String theme = in.cookies().optional("theme", STRING);
        PageRequest page = in.page();
        if (weight < 1) {
            in.query().invalid("weight", "too-small", "must be at least 1", Map.of("min", 1));
        }
        if (weight > 9) {
            in.query().invalid("weight", "too-large", "must be at most 9", Map.of("max", 9));
        }
        in.check();
        return views.list(stage, since, first, day, weight, ifMatch, theme, page);
    }

    private KeyPage<Order> keys(Request request) {
        Inputs in = request.inputs();
        String filterText = in.query().optional("text", STRING);
        Integer filterLeast = in.query().optional("min", INT);
        if (filterLeast != null && filterLeast <= 0) {
            in.query().invalid("min", "too-small", "must be greater than 0", Map.of("min", 0));
        }
        in.check();
        return views.keys(new OrderViews.Filter(filterText, filterLeast));
    }

    private String csv(Request request) throws IOException {
        Inputs in = request.inputs();
        UUID number = in.path(0, UUID);
        int line = in.path(1, INT);
        return views.csv(number, line, request, request.requireUser(), request.session(), request.locale());
    }

    private Map<String, List<Integer>> by(Request request) {
        Inputs in = request.inputs();
        Stage stage = in.path(0, STAGE);
        ProductId product = in.path(1, ProductId.TEXT);
        return views.by(stage, product, request.user());
    }

    private Response file(Request request) {
        Inputs in = request.inputs();
        String path = in.path(0, STRING);
        return views.file(path);
    }

    private Future<Outcome<Created<Order>, Refusal>> place(Request request) {
        Inputs in = request.inputs();
        NewOrder order = in.body(NewOrderJson.CODEC);
        in.check();
        return views.place(order);
    }

    private Order replace(Request request) {
        Inputs in = request.inputs();
        long id = in.path(0, LONG);
        List<NewOrder.Line> lines = in.body(JsonDecoder.array(NewOrderJson.LineJson.CODEC));
        in.check();
        return views.replace(id, lines);
    }

    private @Nullable Void raw(Request request) {
        views.raw(request.body());
        return null;
    }

    private Future<Void> stream(Request request) {
        return views.stream(request.bodyStream());
    }

    private Future<NoContent> photo(Request request) {
        Inputs in = request.inputs();
        Upload photo = in.requiredUpload("photo");
        String title = in.form().required("title", STRING);
        Upload other = in.optionalUpload("other");
        in.check();
        return views.photo(photo, title, other);
    }

    private Future<Deleted> clear(Request request) {
        return views.clear();
    }

    private ReadStream<Order> export(Request request) {
        return views.export();
    }

    private EventStream<Order> events(Request request) {
        return views.events();
    }

    private LocalDate today(Request request) {
        return views.today();
    }

    private Future<Long> count(Request request) {
        return views.count();
    }

    private List<Stage> stages(Request request) {
        return views.stages();
    }

    private Url home(Request request) {
        return views.home();
    }

    private void live(Conversation<NewOrder.Line, Order> socket) {
        Request request = socket.request();
        Inputs in = request.inputs();
        long id = in.path(0, LONG);
        views.live(id, socket);
    }

    /** The JSON form of {@link Order}. */
    private static final class OrderCodec implements JsonEncoder<Order> {
        static final OrderCodec INSTANCE = new OrderCodec();

        private static final JsonName ID = JsonName.of("id");
        private static final JsonName MAIL = JsonName.of("mail");
        private static final JsonName NOTE = JsonName.of("note");
        private static final JsonName STAGE = JsonName.of("stage");
        private static final JsonName TOTAL = JsonName.of("total");
        private static final JsonName TAGS = JsonName.of("tags");
        private static final JsonName PLACED_AT = JsonName.of("placedAt");
        private static final JsonName GIFT = JsonName.of("gift");

        private static final JsonEncoder<Iterable<? extends String>> TAGS_ENCODER =
                JsonEncoder.<String>array(JsonWriter::string);

        @Override
        public void write(JsonWriter out, Order value) {
            out.startObject();
            out.field(ID).number(value.id);
            out.field(MAIL).string(value.mail);
            out.field(NOTE).value(JsonWriter::string, value.note);
            out.field(STAGE).string(value.stage);
            out.field(TOTAL).decimal(value.total);
            out.field(TAGS).value(TAGS_ENCODER, value.tags);
            out.field(PLACED_AT).string(value.placedAt);
            out.field(GIFT).bool(value.isGift());
            out.endObject();
        }
    }

    /** The JSON form of {@link Refusal}. */
    private static final class RefusalCodec implements JsonEncoder<Refusal> {
        static final RefusalCodec INSTANCE = new RefusalCodec();

        private static final JsonName WHY = JsonName.of("why");
        private static final JsonName STAGE = JsonName.of("stage");

        @Override
        public void write(JsonWriter out, Refusal value) {
            out.startObject();
            out.field(WHY).string(value.why());
            out.field(STAGE).value(JsonWriter::string, value.stage());
            out.endObject();
        }
    }
}
