package shop;

import static dev.plectrum.web.input.TextTypes.LONG;

import dev.plectrum.web.IfMatch;
import dev.plectrum.web.Inputs;
import dev.plectrum.web.Reply;
import dev.plectrum.web.Request;
import dev.plectrum.web.Route;
import dev.plectrum.web.Routes;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonName;
import dev.plectrum.web.json.JsonWriter;
import io.vertx.core.Future;
import java.util.List;
import javax.annotation.processing.Generated;

/** The routes of {@link PaymentViews}. */
@Generated("dev.plectrum")
final class PaymentViewsRoutes implements Routes {
    private final PaymentViews views;

    PaymentViewsRoutes(PaymentViews views) {
        this.views = views;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.get("/payments/")
                        .name("PaymentViews.list")
                        .future(this::list, Reply.json(JsonEncoder.array(PaymentCodec.INSTANCE))),
                Route.get("/payments/{id}")
                        .name("PaymentViews.detail")
                        .future(this::detail, Reply.json(PaymentCodec.INSTANCE)));
    }

    private Future<List<Payment>> list(Request request) {
        return views.list();
    }

    private Future<Payment> detail(Request request) {
        Inputs in = request.inputs();
        long id = in.path(0, LONG);
        IfMatch seen = in.ifMatch();
        return views.detail(id, seen);
    }

    /** The JSON form of {@link BankTransfer}. */
    private static final class BankTransferCodec implements JsonEncoder<BankTransfer> {
        static final BankTransferCodec INSTANCE = new BankTransferCodec();

        private static final JsonName ID = JsonName.of("id");
        private static final JsonName AMOUNT = JsonName.of("amount");
        private static final JsonName CUSTOMER = JsonName.of("customer");
        private static final JsonName IBAN = JsonName.of("iban");
        private static final JsonName REFERENCE = JsonName.of("reference");

        @Override
        public void write(JsonWriter out, BankTransfer value) {
            out.startObject();
            out.field(ID).number(value.id);
            out.field(AMOUNT).decimal(value.amount);
            out.field(CUSTOMER).number(value.customer.id());
            out.field(IBAN).string(value.iban);
            out.field(REFERENCE).value(JsonWriter::string, value.reference);
            out.endObject();
        }
    }

    /** The JSON form of {@link CardPayment}. */
    private static final class CardPaymentCodec implements JsonEncoder<CardPayment> {
        static final CardPaymentCodec INSTANCE = new CardPaymentCodec();

        private static final JsonName ID = JsonName.of("id");
        private static final JsonName AMOUNT = JsonName.of("amount");
        private static final JsonName CUSTOMER = JsonName.of("customer");
        private static final JsonName NUMBER = JsonName.of("number");
        private static final JsonName HOLDER = JsonName.of("holder");

        @Override
        public void write(JsonWriter out, CardPayment value) {
            out.startObject();
            out.field(ID).number(value.id);
            out.field(AMOUNT).decimal(value.amount);
            out.field(CUSTOMER).number(value.customer.id());
            out.field(NUMBER).string(value.number);
            out.field(HOLDER).number(value.holder.id());
            out.endObject();
        }
    }

    /** The JSON form of {@link Voucher}. */
    private static final class VoucherCodec implements JsonEncoder<Voucher> {
        static final VoucherCodec INSTANCE = new VoucherCodec();

        private static final JsonName ID = JsonName.of("id");
        private static final JsonName AMOUNT = JsonName.of("amount");
        private static final JsonName CUSTOMER = JsonName.of("customer");

        @Override
        public void write(JsonWriter out, Voucher value) {
            out.startObject();
            out.field(ID).number(value.id);
            out.field(AMOUNT).decimal(value.amount);
            out.field(CUSTOMER).number(value.customer.id());
            out.endObject();
        }
    }

    /** The JSON form of {@link Payment}: {@code kind} tells which it is. */
    private static final class PaymentCodec implements JsonEncoder<Payment> {
        static final PaymentCodec INSTANCE = new PaymentCodec();

        private static final JsonName KIND = JsonName.of("kind");

        @Override
        public void write(JsonWriter out, Payment value) {
            if (value instanceof BankTransfer bankTransfer) {
                out.kind(KIND, "bank_transfer").value(BankTransferCodec.INSTANCE, bankTransfer);
            } else if (value instanceof CardPayment cardPayment) {
                out.kind(KIND, "card").value(CardPaymentCodec.INSTANCE, cardPayment);
            } else if (value instanceof Voucher voucher) {
                out.kind(KIND, "voucher").value(VoucherCodec.INSTANCE, voucher);
            }
        }
    }
}
