package dev.plectrum.web.shop;

import static dev.plectrum.web.input.TextTypes.INT;
import static dev.plectrum.web.input.TextTypes.LONG;
import static dev.plectrum.web.input.TextTypes.STRING;

import dev.plectrum.web.Created;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

// region routes
/** The routes of {@link ProductViews}. */
final class ProductViewsRoutes implements Routes {
    private final ProductViews views;

    ProductViewsRoutes(ProductViews views) {
        this.views = views;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.get("/products/")
                        .name("ProductViews.list")
                        .open()
                        .future(this::list, Reply.json(JsonEncoder.array(ProductCodec.INSTANCE))),
                Route.get("/products/{id}")
                        .name("ProductViews.detail")
                        .open()
                        .future(this::detail, Reply.json(ProductCodec.INSTANCE)),
                Route.post("/products/")
                        .name("ProductViews.create")
                        .permission("shop.add_product")
                        .body()
                        .future(this::create, Reply.created(ProductCodec.INSTANCE)),
                Route.patch("/products/{id}")
                        .name("ProductViews.change")
                        .permission("shop.change_product")
                        .body()
                        .future(this::change, Reply.json(ProductCodec.INSTANCE)),
                Route.delete("/products/{id}")
                        .name("ProductViews.remove")
                        .permission("shop.delete_product")
                        .future(this::remove, Reply.nothing()));
    }

    private Future<List<Product>> list(Request request) {
        Inputs in = request.inputs();
        String text = in.query().optional("q", STRING);
        int size = in.query().optional("size", INT, 20);
        in.check();
        return views.list(text, size);
    }

    private Future<@Nullable Product> detail(Request request) {
        Inputs in = request.inputs();
        long id = in.path(0, LONG);
        return views.detail(id);
    }

    private Future<Created<Product>> create(Request request) {
        Inputs in = request.inputs();
        NewProduct body = in.body(NewProductJson.CODEC);
        in.check();
        return views.create(body);
    }

    private Future<@Nullable Product> change(Request request) {
        Inputs in = request.inputs();
        long id = in.path(0, LONG);
        ProductPatch patch = in.body(ProductPatchCodec.INSTANCE);
        in.check();
        return views.change(id, patch);
    }

    private Future<Void> remove(Request request) {
        Inputs in = request.inputs();
        long id = in.path(0, LONG);
        return views.remove(id);
    }

    /** The JSON form of {@link Product}. */
    private static final class ProductCodec implements JsonEncoder<Product> {
        static final ProductCodec INSTANCE = new ProductCodec();

        private static final JsonName ID = JsonName.of("id");
        private static final JsonName NAME = JsonName.of("name");
        private static final JsonName PRICE = JsonName.of("price");
        private static final JsonName DESCRIPTION = JsonName.of("description");
        private static final JsonName STATUS = JsonName.of("status");
        private static final JsonName CREATED_AT = JsonName.of("createdAt");

        @Override
        public void write(JsonWriter out, Product value) {
            out.startObject();
            out.field(ID).number(value.id());
            out.field(NAME).string(value.name());
            out.field(PRICE).decimal(value.price());
            out.field(DESCRIPTION).value(JsonWriter::string, value.description());
            out.field(STATUS).string(value.status());
            out.field(CREATED_AT).string(value.createdAt());
            out.endObject();
        }
    }

    /** The JSON form of {@link ProductPatch}. */
    private static final class ProductPatchCodec implements JsonDecoder<ProductPatch> {
        static final ProductPatchCodec INSTANCE = new ProductPatchCodec();

        @Override
        public @Nullable ProductPatch read(JsonReader in) {
            int errors = in.errorCount();
            Given<String> name = Given.absent();
            Given<BigDecimal> price = Given.absent();
            Given<String> description = Given.absent();
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "name" -> name = Given.of(in.string());
                    case "price" -> price = Given.of(in.decimal());
                    case "description" -> description = in.given(JsonReader::string);
                    default -> in.unknownField("name", "price", "description");
                }
            }
            String nameGiven = name.orElse(null);
            if (nameGiven != null && nameGiven.codePointCount(0, nameGiven.length()) > 200) {
                in.invalid("name", "too-long", "must have at most 200 characters", Map.of("max", 200));
            }
            if (in.errorCount() > errors) {
                return null;
            }
            return new ProductPatch(name, price, description);
        }
    }
}
// endregion
