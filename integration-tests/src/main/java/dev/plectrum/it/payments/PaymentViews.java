package dev.plectrum.it.payments;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.Public;
import dev.plectrum.annotations.web.View;
import io.vertx.core.Future;
import java.util.List;

/** What was paid, by whatever means. */
@View("/payments")
@Public
public class PaymentViews {
    private final PaymentQuerySet payments;

    /** The views of these. */
    public PaymentViews(PaymentQuerySet payments) {
        this.payments = payments;
    }

    /** All of them. */
    @Get("/")
    Future<List<Payment>> list() {
        return payments.alist();
    }

    /** One of them. */
    @Get("/{id}")
    Future<Payment> detail(long id) {
        return payments.aget(id);
    }
}
