package dev.plectrum.benchmarks.twin;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The contract on one event loop: its own server socket, its own lane, its own buffer. */
final class TwinVerticle extends VerticleBase {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence HTML = HttpHeaders.createOptimized("text/html; charset=utf-8");
    private static final CharSequence TEXT = HttpHeaders.createOptimized("text/plain");
    private static final Fortune ADDED = new Fortune(0, "Additional fortune added at request time.");

    private final int port;
    private final String url;
    private final Answers answers = new Answers();

    TwinVerticle(int port, String url) {
        this.port = port;
        this.url = url;
    }

    @Override
    public Future<HttpServer> start() {
        return Lane.open(vertx, url)
                .compose(lane ->
                        vertx.createHttpServer().requestHandler(routes(lane)).listen(port, "127.0.0.1"));
    }

    private Router routes(Lane lane) {
        Router router = Router.router(vertx);
        router.get("/json").handler(request -> json(request, answers.hello()));
        router.get("/db").handler(request -> lane.worlds
                .get(Worlds.randomId())
                .onComplete(answer(request, world -> answers.world(world.value()))));
        router.get("/queries").handler(request -> lane.worlds
                .get(randomIds(clamp(request.request().getParam("q"))))
                .onComplete(answer(request, answers::worlds)));
        router.get("/updates")
                .handler(request -> update(lane, clamp(request.request().getParam("q")))
                        .onComplete(answer(request, answers::worlds)));
        router.get("/fortunes").handler(request -> fortunes(lane, request));
        router.get("/products").handler(request -> products(lane, request));
        router.get("/generated").handler(request -> lane.products
                .get(Products.randomId())
                .onComplete(answer(request, product -> answers.product(product.value()))));
        router.get("/posts").handler(request -> lane.posts
                .newestWithAuthor()
                .onComplete(answer(request, posts -> answers.authoredPosts(posts.value()))));
        router.get("/posts-tags")
                .handler(request -> lane.posts.newestWithTags().onComplete(answer(request, answers::taggedPosts)));
        router.post("/bulk").handler(request -> lane.items
                .insert(Items.samples(count(request.request().getParam("n"), 1000, 10_000)))
                .onComplete(answer(request, items -> answers.inserted(items.size()))));
        router.get("/health").handler(request -> request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TEXT)
                .end("OK"));
        return router;
    }

    private static int[] randomIds(int count) {
        int[] ids = new int[count];
        for (int i = 0; i < count; i++) {
            ids[i] = Worlds.randomId();
        }
        return ids;
    }

    private static Future<World[]> update(Lane lane, int count) {
        return lane.worlds.get(Worlds.randomIds(count)).compose(worlds -> {
            for (int i = 0; i < worlds.length; i++) {
                worlds[i] = new World(worlds[i].id(), Worlds.randomNumber());
            }
            return lane.worlds.set(worlds).map(worlds);
        });
    }

    private void fortunes(Lane lane, RoutingContext request) {
        lane.fortunes().onComplete(found -> {
            if (found.failed()) {
                request.fail(found.cause());
                return;
            }
            List<Fortune> fortunes = found.result().value();
            fortunes.add(ADDED);
            fortunes.sort(Comparator.comparing(Fortune::message));
            request.response().putHeader(HttpHeaders.CONTENT_TYPE, HTML).end(answers.fortunes(fortunes));
        });
    }

    private void products(Lane lane, RoutingContext request) {
        String min = request.request().getParam("min");
        BigDecimal price;
        try {
            price = min == null ? BigDecimal.ZERO : new BigDecimal(min);
        } catch (NumberFormatException notANumber) {
            request.fail(400);
            return;
        }
        int page = count(request.request().getParam("page"), 1, Integer.MAX_VALUE);
        lane.products
                .fromPrice(price, page)
                .onComplete(answer(request, products -> answers.products(products.value())));
    }

    private static int clamp(@Nullable String q) {
        return count(q, 1, 500);
    }

    private static int count(@Nullable String text, int otherwise, int most) {
        if (text == null) {
            return otherwise;
        }
        try {
            return Math.max(1, Math.min(most, Integer.parseInt(text)));
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    private static <T> Handler<AsyncResult<T>> answer(RoutingContext request, Function<T, Buffer> write) {
        return result -> {
            if (result.succeeded()) {
                json(request, write.apply(result.result()));
            } else {
                request.fail(result.cause());
            }
        };
    }

    private static void json(RoutingContext request, Buffer body) {
        HttpServerResponse response = request.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        response.end(body);
    }
}
