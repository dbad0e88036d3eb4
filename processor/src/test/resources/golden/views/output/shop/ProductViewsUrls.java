package shop;

import dev.plectrum.web.Url;
import javax.annotation.processing.Generated;

/** The URLs of {@link ProductViews}. */
@Generated("dev.plectrum")
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
