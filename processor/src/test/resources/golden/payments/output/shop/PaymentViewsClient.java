package shop;

import dev.plectrum.web.Url;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.testing.AnswerReader;
import dev.plectrum.web.testing.TestClient;
import dev.plectrum.web.testing.TypedResponse;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Asks {@link PaymentViews}, in tests. */
@Generated("dev.plectrum")
final class PaymentViewsClient {
    private final TestClient client;

    /** Asks over this client, as whoever it is logged in as. */
    PaymentViewsClient(TestClient client) {
        this.client = client;
    }

    /** {@code GET /payments/{id}} */
    TypedResponse<PaymentAnswer> detail(long id, @Nullable Long seen) {
        return client.request(HttpMethod.GET, Url.path("/payments/").segment(id))
                .ifMatch(seen)
                .answer(AnswerReader.json(PaymentAnswerCodec.INSTANCE));
    }

    /** {@code GET /payments/} */
    TypedResponse<List<PaymentAnswer>> list() {
        return client.request(HttpMethod.GET, Url.path("/payments/"))
                .answer(AnswerReader.json(JsonDecoder.array(PaymentAnswerCodec.INSTANCE)));
    }

    /** What an answer says. */
    sealed interface PaymentAnswer permits BankTransferAnswer, CardPaymentAnswer, VoucherAnswer {}

    /** What an answer says. */
    record BankTransferAnswer(Long id, BigDecimal amount, long customer, String iban,
            @Nullable String reference) implements PaymentAnswer {}

    /** What an answer says. */
    record CardPaymentAnswer(Long id, BigDecimal amount, long customer, String number,
            long holder) implements PaymentAnswer {}

    /** What an answer says. */
    record VoucherAnswer(Long id, BigDecimal amount, long customer) implements PaymentAnswer {}

    /** The JSON form of {@link BankTransferAnswer}. */
    private static final class BankTransferAnswerCodec implements JsonDecoder<BankTransferAnswer> {
        static final BankTransferAnswerCodec INSTANCE = new BankTransferAnswerCodec();

        @Override
        public @Nullable BankTransferAnswer read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasId = false;
            Long id = null;
            boolean hasAmount = false;
            BigDecimal amount = null;
            boolean hasCustomer = false;
            long customer = 0;
            boolean hasIban = false;
            String iban = null;
            String reference = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "id" -> {
                        hasId = true;
                        id = in.int64();
                    }
                    case "amount" -> {
                        hasAmount = true;
                        amount = in.decimal();
                    }
                    case "customer" -> {
                        hasCustomer = true;
                        customer = in.int64();
                    }
                    case "iban" -> {
                        hasIban = true;
                        iban = in.string();
                    }
                    case "reference" -> reference = in.nullable(JsonReader::string);
                    default -> in.unknownField("id", "amount", "customer", "iban", "reference");
                }
            }
            if (!hasId) {
                in.missing("id");
            }
            if (!hasAmount) {
                in.missing("amount");
            }
            if (!hasCustomer) {
                in.missing("customer");
            }
            if (!hasIban) {
                in.missing("iban");
            }
            if (in.errorCount() > errors || id == null || amount == null || iban == null) {
                return null;
            }
            return new BankTransferAnswer(id, amount, customer, iban, reference);
        }
    }

    /** The JSON form of {@link CardPaymentAnswer}. */
    private static final class CardPaymentAnswerCodec implements JsonDecoder<CardPaymentAnswer> {
        static final CardPaymentAnswerCodec INSTANCE = new CardPaymentAnswerCodec();

        @Override
        public @Nullable CardPaymentAnswer read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasId = false;
            Long id = null;
            boolean hasAmount = false;
            BigDecimal amount = null;
            boolean hasCustomer = false;
            long customer = 0;
            boolean hasNumber = false;
            String number = null;
            boolean hasHolder = false;
            long holder = 0;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "id" -> {
                        hasId = true;
                        id = in.int64();
                    }
                    case "amount" -> {
                        hasAmount = true;
                        amount = in.decimal();
                    }
                    case "customer" -> {
                        hasCustomer = true;
                        customer = in.int64();
                    }
                    case "number" -> {
                        hasNumber = true;
                        number = in.string();
                    }
                    case "holder" -> {
                        hasHolder = true;
                        holder = in.int64();
                    }
                    default -> in.unknownField("id", "amount", "customer", "number", "holder");
                }
            }
            if (!hasId) {
                in.missing("id");
            }
            if (!hasAmount) {
                in.missing("amount");
            }
            if (!hasCustomer) {
                in.missing("customer");
            }
            if (!hasNumber) {
                in.missing("number");
            }
            if (!hasHolder) {
                in.missing("holder");
            }
            if (in.errorCount() > errors || id == null || amount == null || number == null) {
                return null;
            }
            return new CardPaymentAnswer(id, amount, customer, number, holder);
        }
    }

    /** The JSON form of {@link VoucherAnswer}. */
    private static final class VoucherAnswerCodec implements JsonDecoder<VoucherAnswer> {
        static final VoucherAnswerCodec INSTANCE = new VoucherAnswerCodec();

        @Override
        public @Nullable VoucherAnswer read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasId = false;
            Long id = null;
            boolean hasAmount = false;
            BigDecimal amount = null;
            boolean hasCustomer = false;
            long customer = 0;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "id" -> {
                        hasId = true;
                        id = in.int64();
                    }
                    case "amount" -> {
                        hasAmount = true;
                        amount = in.decimal();
                    }
                    case "customer" -> {
                        hasCustomer = true;
                        customer = in.int64();
                    }
                    default -> in.unknownField("id", "amount", "customer");
                }
            }
            if (!hasId) {
                in.missing("id");
            }
            if (!hasAmount) {
                in.missing("amount");
            }
            if (!hasCustomer) {
                in.missing("customer");
            }
            if (in.errorCount() > errors || id == null || amount == null) {
                return null;
            }
            return new VoucherAnswer(id, amount, customer);
        }
    }

    /** The JSON form of {@link PaymentAnswer}: {@code kind} tells which it is. */
    private static final class PaymentAnswerCodec implements JsonDecoder<PaymentAnswer> {
        static final PaymentAnswerCodec INSTANCE = new PaymentAnswerCodec();

        @Override
        public @Nullable PaymentAnswer read(JsonReader in) {
            String kind = in.kind("kind", "bank_transfer", "card", "voucher");
            if (kind == null) {
                return null;
            }
            return switch (kind) {
                case "bank_transfer" -> BankTransferAnswerCodec.INSTANCE.read(in);
                case "card" -> CardPaymentAnswerCodec.INSTANCE.read(in);
                default -> VoucherAnswerCodec.INSTANCE.read(in);
            };
        }
    }
}
