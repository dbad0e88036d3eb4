package dev.plectrum.example.shop;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.Request;
import dev.plectrum.web.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The one page for people. */
@View
@Public
final class PageViews {
    private final String page;

    PageViews() {
        try (InputStream in = Objects.requireNonNull(PageViews.class.getResourceAsStream("shop.html"))) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A catalogue to search and to buy from, with stocks that change while one looks. */
    @Get("/")
    Response home(Request request) {
        return Response.html(page.replace("{nonce}", request.cspNonce()));
    }
}
