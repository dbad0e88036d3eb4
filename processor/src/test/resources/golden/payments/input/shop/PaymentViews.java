package shop;

import dev.plectrum.annotations.web.Get;
import dev.plectrum.annotations.web.TestClients;
import dev.plectrum.annotations.web.View;
import dev.plectrum.web.IfMatch;
import io.vertx.core.Future;
import java.util.List;

/** Payments of every kind. */
@View("/payments")
@TestClients(PaymentViews.class)
class PaymentViews {
    private final PaymentQuerySet payments;

    PaymentViews(PaymentQuerySet payments) {
        this.payments = payments;
    }

    @Get("/")
    Future<List<Payment>> list() {
        return payments.alist();
    }

    @Get("/{id}")
    Future<Payment> detail(long id, IfMatch seen) {
        return payments.aget(id);
    }
}
