package dev.plectrum.web.shop;

import dev.plectrum.web.Url;

// region urls
/** The URLs of {@link ProductViews}. */
final class ProductViewsUrls {
    private ProductViewsUrls() {}

    /** {@code /products/} */
    static Url list() {
        return Url.path("/products/");
    }

    /** {@code /products/{id}} */
    static Url detail(long id) {
        return Url.path("/products/").segment(id);
    }
}
// endregion
