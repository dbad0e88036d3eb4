package dev.plectrum.example.shop;

import static dev.plectrum.web.input.TextTypes.INT;
import static dev.plectrum.web.input.TextTypes.LONG;

import dev.plectrum.web.Inputs;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonWriter;
import io.vertx.core.Future;
import java.util.List;

/** What the shop answers. All of it is public: there is nothing to log in for yet. */
final class ShopRoutes implements Routes {
    private static final int PAGE = 20;

    private final Catalogue catalogue;

    ShopRoutes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.get("/").name("home").open().value(request -> home(), Reply.response()),
                Route.get("/products")
                        .name("list")
                        .open()
                        .future(this::list, Reply.json(JsonEncoder.array(ShopRoutes::write))),
                Route.get("/products/{id}").name("detail").open().future(this::detail, Reply.json(ShopRoutes::write)));
    }

    private static Response home() {
        return Response.html("""
                <!doctype html>
                <title>Shop</title>
                <h1>Shop</h1>
                <ul>
                <li><a href="/products">Products, 20 a page</a></li>
                <li><a href="/products?page=2">The second page</a></li>
                <li><a href="/products/1">One product</a></li>
                </ul>
                """);
    }

    private Future<List<Product>> list(Request request) {
        Inputs in = request.inputs();
        int page = in.query().optional("page", INT, 1);
        in.check();
        return catalogue.page(Math.max(1, page), PAGE);
    }

    private Future<Product> detail(Request request) {
        return catalogue.product(request.inputs().path(0, LONG));
    }

    private static void write(JsonWriter out, Product product) {
        out.startObject();
        out.field("id").number(product.id);
        out.field("name").string(product.name);
        out.field("price").decimal(product.price);
        out.field("stock").number(product.stock);
        out.field("category").string(product.category.get().name);
        out.field("createdAt").string(product.createdAt);
        out.endObject();
    }
}
