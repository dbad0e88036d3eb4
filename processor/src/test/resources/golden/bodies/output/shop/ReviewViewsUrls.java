package shop;

import dev.plectrum.web.Url;
import javax.annotation.processing.Generated;

/** The URLs of {@link ReviewViews}. */
@Generated("dev.plectrum")
final class ReviewViewsUrls {
    private ReviewViewsUrls() {}

    /** {@code /reviews/} */
    static Url create() {
        return Url.path("/reviews/");
    }

    /** {@code /reviews/{id}} */
    static Url change(long id) {
        return Url.path("/reviews/").segment(id);
    }
}
