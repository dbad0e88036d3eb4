package shop;

import dev.plectrum.web.Url;
import javax.annotation.processing.Generated;

/** The URLs of {@link PaymentViews}. */
@Generated("dev.plectrum")
final class PaymentViewsUrls {
    private PaymentViewsUrls() {}

    /** {@code /payments/} */
    static Url list() {
        return Url.path("/payments/");
    }

    /** {@code /payments/{id}} */
    static Url detail(long id) {
        return Url.path("/payments/").segment(id);
    }
}
