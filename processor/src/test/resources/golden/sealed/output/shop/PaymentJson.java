package shop;

import dev.plectrum.annotations.web.GeneratedJson;
import dev.plectrum.web.json.JsonCodec;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonName;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The JSON form of {@link Payment}: {@code type} tells which it is. */
@GeneratedJson
@Generated("dev.plectrum")
final class PaymentJson implements JsonCodec<Payment> {
    static final PaymentJson CODEC = new PaymentJson();

    private static final JsonName KIND = JsonName.of("type");

    @Override
    public void write(JsonWriter out, Payment value) {
        if (value instanceof Payment.Card card) {
            out.kind(KIND, "card").value(CardCodec.INSTANCE, card);
        } else if (value instanceof Payment.Cash cash) {
            out.kind(KIND, "cash").value(CashCodec.INSTANCE, cash);
        }
    }

    @Override
    public @Nullable Payment read(JsonReader in) {
        String kind = in.kind("type", "card", "cash");
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case "card" -> CardCodec.INSTANCE.read(in);
            default -> CashCodec.INSTANCE.read(in);
        };
    }

    /** The JSON form of {@link Payment.Card}. */
    private static final class CardCodec implements JsonCodec<Payment.Card> {
        static final CardCodec INSTANCE = new CardCodec();

        private static final JsonName DIGITS = JsonName.of("digits");
        private static final JsonName HOLDERS = JsonName.of("holders");
        private static final JsonName CODE = JsonName.of("code");

        private static final JsonEncoder<Iterable<? extends String>> HOLDERS_ENCODER =
                JsonEncoder.<String>array(JsonWriter::string);
        private static final JsonDecoder<List<String>> HOLDERS_DECODER = JsonDecoder.<String>array(JsonDecoder.<String>checked(JsonReader::string, (at, one) -> {
            if (one.isBlank()) {
                at.invalid("", "blank", "must not be blank");
            }
        }));

        @Override
        public void write(JsonWriter out, Payment.Card value) {
            out.startObject();
            out.field(DIGITS).string(value.digits());
            out.field(HOLDERS).value(HOLDERS_ENCODER, value.holders());
            out.field(CODE).string(value.code());
            out.endObject();
        }

        @Override
        public Payment.@Nullable Card read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasDigits = false;
            String digits = null;
            boolean hasHolders = false;
            List<String> holders = null;
            boolean hasCode = false;
            String code = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "digits" -> {
                        hasDigits = true;
                        digits = in.string();
                    }
                    case "holders" -> {
                        hasHolders = true;
                        holders = in.value(HOLDERS_DECODER);
                    }
                    case "code" -> {
                        hasCode = true;
                        code = in.string();
                    }
                    default -> in.unknownField("digits", "holders", "code");
                }
            }
            if (!hasDigits) {
                in.missing("digits");
            }
            if (!hasHolders) {
                in.missing("holders");
            }
            if (!hasCode) {
                in.missing("code");
            }
            if (digits != null && digits.codePointCount(0, digits.length()) < 4) {
                in.invalid("digits", "too-short", "must have at least 4 characters", Map.of("min", 4));
            }
            if (digits != null && digits.codePointCount(0, digits.length()) > 4) {
                in.invalid("digits", "too-long", "must have at most 4 characters", Map.of("max", 4));
            }
            if (in.isIn(Payment.Large.class)) {
                if (code != null && code.codePointCount(0, code.length()) < 3) {
                    in.invalid("code", "too-short", "must have at least 3 characters", Map.of("min", 3));
                }
                if (code != null && code.codePointCount(0, code.length()) > 3) {
                    in.invalid("code", "too-long", "must have at most 3 characters", Map.of("max", 3));
                }
            }
            if (in.errorCount() > errors || digits == null || holders == null || code == null) {
                return null;
            }
            return new Payment.Card(digits, holders, code);
        }
    }

    /** The JSON form of {@link Payment.Cash}. */
    private static final class CashCodec implements JsonCodec<Payment.Cash> {
        static final CashCodec INSTANCE = new CashCodec();

        private static final JsonName AMOUNT = JsonName.of("amount");

        @Override
        public void write(JsonWriter out, Payment.Cash value) {
            out.startObject();
            out.field(AMOUNT).decimal(value.amount());
            out.endObject();
        }

        @Override
        public Payment.@Nullable Cash read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasAmount = false;
            BigDecimal amount = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "amount" -> {
                        hasAmount = true;
                        amount = in.decimal();
                    }
                    default -> in.unknownField("amount");
                }
            }
            if (!hasAmount) {
                in.missing("amount");
            }
            if (in.errorCount() > errors || amount == null) {
                return null;
            }
            return new Payment.Cash(amount);
        }
    }
}
