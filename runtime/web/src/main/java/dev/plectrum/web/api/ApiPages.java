package dev.plectrum.web.api;

import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Shows an application's API: {@code /api} is a page for people, which needs nothing from other sites, and {@code /api/openapi.json} the
 * document for programs. Open to everybody; leave it out where the API is nobody's business.
 *
 * <pre>{@code
 * .routes(app -> Routes.of(new ShopRoutes(app), ApiPages.at("/api", ShopRoutes.class)))
 * }</pre>
 */
public final class ApiPages implements Routes {
    private final String path;
    private final Buffer document;
    private final String page;

    private ApiPages(String path, ApiDocument document) {
        this.path = path;
        this.document = Buffer.buffer(document.text());
        this.page = resource("api.html").replace("{document}", path + "/openapi.json");
    }

    /** The pages below this path, of the application that this class belongs to. */
    public static ApiPages at(String path, Class<?> application) {
        return new ApiPages(path, ApiDocument.of(application));
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.get(path).name("ApiPages.page").open().value(this::page, Reply.response()),
                Route.get(path + "/openapi.json")
                        .name("ApiPages.document")
                        .open()
                        .conditional()
                        .value(request -> Response.of(200, "application/json", document), Reply.response()));
    }

    private Response page(Request request) {
        return Response.html(page.replace("{nonce}", request.cspNonce()));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ApiPages.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
