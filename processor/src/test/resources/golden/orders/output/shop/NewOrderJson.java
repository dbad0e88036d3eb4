package shop;

import dev.plectrum.annotations.web.GeneratedJson;
import dev.plectrum.web.json.JsonCodec;
import dev.plectrum.web.json.JsonDecoder;
import dev.plectrum.web.json.JsonEncoder;
import dev.plectrum.web.json.JsonName;
import dev.plectrum.web.json.JsonReader;
import dev.plectrum.web.json.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The JSON form of {@link NewOrder}. */
@GeneratedJson({
        "due",
        "most",
        "code",
        "address"
})
@Generated("dev.plectrum")
public final class NewOrderJson implements JsonCodec<NewOrder> {
    /** The only one. */
    public static final NewOrderJson CODEC = new NewOrderJson();

    private static final JsonName MAIL = JsonName.of("mail");
    private static final JsonName LINES = JsonName.of("lines");
    private static final JsonName DUE = JsonName.of("due");
    private static final JsonName WEIGHT = JsonName.of("weight");
    private static final JsonName MOST = JsonName.of("most");
    private static final JsonName PRIORITY = JsonName.of("priority");
    private static final JsonName CODE = JsonName.of("code");
    private static final JsonName LATER = JsonName.of("later");
    private static final JsonName ACCEPTED = JsonName.of("accepted");
    private static final JsonName IN = JsonName.of("in");
    private static final JsonName ADDRESS = JsonName.of("address");
    private static final JsonName STAGES = JsonName.of("stages");
    private static final JsonName VALUE = JsonName.of("value");

    private static final Pattern MAIL_PATTERN = Pattern.compile("[^\\s@]+@[^\\s@]+");
    private static final Pattern CODE_PATTERN = Pattern.compile("[a-z]+", Pattern.CASE_INSENSITIVE);

    private static final JsonEncoder<Iterable<? extends NewOrder.Line>> LINES_ENCODER =
            JsonEncoder.array(LineJson.CODEC);
    private static final JsonDecoder<List<NewOrder.Line>> LINES_DECODER = JsonDecoder.array(LineJson.CODEC);
    private static final JsonEncoder<Map<String, ? extends NewOrder.Line>> LATER_ENCODER =
            JsonEncoder.object(LineJson.CODEC);
    private static final JsonDecoder<Map<String, NewOrder.Line>> LATER_DECODER = JsonDecoder.object(LineJson.CODEC);
    private static final JsonEncoder<Iterable<? extends List<Stage>>> STAGES_ENCODER =
            JsonEncoder.array(JsonEncoder.<Stage>array(JsonWriter::string));
    private static final JsonDecoder<List<List<Stage>>> STAGES_DECODER =
            JsonDecoder.array(JsonDecoder.<Stage>array(json -> json.constant(Stage.values())));

    private NewOrderJson() {}

    @Override
    public void write(JsonWriter out, NewOrder value) {
        out.startObject();
        out.field(MAIL).string(value.mail());
        out.field(LINES).value(LINES_ENCODER, value.lines());
        out.field(DUE).value(JsonWriter::string, value.due());
        out.field(WEIGHT).number(value.weight());
        out.field(MOST).value(JsonWriter::decimal, value.most());
        out.field(PRIORITY).decimal(value.priority());
        out.field(CODE).value(JsonWriter::string, value.code());
        out.field(LATER).value(LATER_ENCODER, value.later());
        out.field(ACCEPTED).bool(value.accepted());
        out.field(IN).value(LabelledOfIntegerCodec.INSTANCE, value.in());
        out.field(ADDRESS).value(AddressCodec.INSTANCE, value.address());
        out.field(STAGES).value(STAGES_ENCODER, value.stages());
        out.field(VALUE).string(value.value());
        out.endObject();
    }

    @Override
    public @Nullable NewOrder read(JsonReader in) {
        int errors = in.errorCount();
        boolean hasMail = false;
        String mail = null;
        boolean hasLines = false;
        List<NewOrder.Line> lines = null;
        LocalDate due = null;
        boolean hasWeight = false;
        double weight = 0;
        BigDecimal most = null;
        boolean hasPriority = false;
        BigInteger priority = null;
        String code = null;
        boolean hasLater = false;
        Map<String, NewOrder.Line> later = null;
        boolean hasAccepted = false;
        boolean accepted = false;
        boolean hasIn = false;
        NewOrder.Labelled<Integer> inValue = null;
        NewOrder.Address address = null;
        boolean hasStages = false;
        List<List<Stage>> stages = null;
        boolean hasValue = false;
        byte[] valueValue = null;
        if (!in.startObject()) {
            return null;
        }
        while (in.nextField()) {
            switch (in.fieldName()) {
                case "mail" -> {
                    hasMail = true;
                    mail = in.string();
                }
                case "lines" -> {
                    hasLines = true;
                    lines = in.value(LINES_DECODER);
                }
                case "due" -> due = in.nullable(JsonReader::localDate);
                case "weight" -> {
                    hasWeight = true;
                    weight = in.float64();
                }
                case "most" -> most = in.nullable(JsonReader::decimal);
                case "priority" -> {
                    hasPriority = true;
                    priority = in.bigInteger();
                }
                case "code" -> code = in.nullable(JsonReader::string);
                case "later" -> {
                    hasLater = true;
                    later = in.value(LATER_DECODER);
                }
                case "accepted" -> {
                    hasAccepted = true;
                    accepted = in.bool();
                }
                case "in" -> {
                    hasIn = true;
                    inValue = in.value(LabelledOfIntegerCodec.INSTANCE);
                }
                case "address" -> address = in.nullable(AddressCodec.INSTANCE);
                case "stages" -> {
                    hasStages = true;
                    stages = in.value(STAGES_DECODER);
                }
                case "value" -> {
                    hasValue = true;
                    valueValue = in.bytes();
                }
                default -> in.skip();
            }
        }
        if (!hasMail) {
            in.missing("mail");
        }
        if (!hasLines) {
            in.missing("lines");
        }
        if (!hasWeight) {
            in.missing("weight");
        }
        if (!hasPriority) {
            in.missing("priority");
        }
        if (!hasLater) {
            in.missing("later");
        }
        if (!hasAccepted) {
            in.missing("accepted");
        }
        if (!hasIn) {
            in.missing("in");
        }
        if (!hasStages) {
            in.missing("stages");
        }
        if (!hasValue) {
            in.missing("value");
        }
        if (mail != null && !MAIL_PATTERN.matcher(mail).matches()) {
            in.invalid("mail", "email", "must be an e-mail address");
        }
        if (lines != null && lines.isEmpty()) {
            in.invalid("lines", "empty", "must not be empty");
        }
        if (lines != null && lines.size() > 99) {
            in.invalid("lines", "too-long", "must have at most 99 elements", Map.of("max", 99));
        }
        if (due != null && !due.isAfter(LocalDate.now())) {
            in.invalid("due", "not-future", "must be in the future");
        }
        if (weight <= 0.5) {
            in.invalid("weight", "too-small", "must be greater than 0.5", Map.of("min", "0.5"));
        }
        if (most != null && (most.precision() - most.scale() > 3 || most.scale() > 2)) {
            in.invalid("most", "too-many-digits", "must have at most 3 digits before the point and 2 after it", Map.of("integer", 3, "fraction", 2));
        }
        if (priority != null && priority.compareTo(new BigInteger("5")) > 0) {
            in.invalid("priority", "too-large", "must be at most 5", Map.of("max", 5));
        }
        if (code != null && !CODE_PATTERN.matcher(code).matches()) {
            in.invalid("code", "pattern", "letters only");
        }
        if (!accepted) {
            in.invalid("accepted", "choice", "must be true");
        }
        if (in.errorCount() > errors
                || mail == null
                || lines == null
                || priority == null
                || later == null
                || inValue == null
                || stages == null
                || valueValue == null) {
            return null;
        }
        NewOrder value = new NewOrder(
                mail,
                lines,
                due,
                weight,
                most,
                priority,
                code,
                later,
                accepted,
                inValue,
                address,
                stages,
                valueValue);
        if (!value.isEven()) {
            in.invalid("", "even", "lines and stages must be as many");
        }
        return value;
    }

    /** The JSON form of {@link NewOrder.Line}. */
    @GeneratedJson
    public static final class LineJson implements JsonCodec<NewOrder.Line> {
        /** The only one. */
        public static final LineJson CODEC = new LineJson();

        private static final JsonName AMOUNT = JsonName.of("amount");
        private static final JsonName SIZE = JsonName.of("size");

        private LineJson() {}

        @Override
        public void write(JsonWriter out, NewOrder.Line value) {
            out.startObject();
            out.field(AMOUNT).number(value.amount());
            out.field(SIZE).number(value.size());
            out.endObject();
        }

        @Override
        public NewOrder.@Nullable Line read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasAmount = false;
            int amount = 0;
            boolean hasSize = false;
            short size = 0;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "amount" -> {
                        hasAmount = true;
                        amount = in.int32();
                    }
                    case "size" -> {
                        hasSize = true;
                        size = in.int16();
                    }
                    default -> in.unknownField("amount", "size");
                }
            }
            if (!hasAmount) {
                in.missing("amount");
            }
            if (!hasSize) {
                in.missing("size");
            }
            if (amount < 1) {
                in.invalid("amount", "too-small", "must be at least 1", Map.of("min", 1));
            }
            if (in.errorCount() > errors) {
                return null;
            }
            return new NewOrder.Line(amount, size);
        }
    }

    /** The JSON form of {@link NewOrder.Labelled}. */
    private static final class LabelledOfIntegerCodec implements JsonCodec<NewOrder.Labelled<Integer>> {
        static final LabelledOfIntegerCodec INSTANCE = new LabelledOfIntegerCodec();

        private static final JsonName LABEL = JsonName.of("label");
        private static final JsonName CONTENT = JsonName.of("content");

        @Override
        public void write(JsonWriter out, NewOrder.Labelled<Integer> value) {
            out.startObject();
            out.field(LABEL).string(value.label());
            out.field(CONTENT).number(value.content());
            out.endObject();
        }

        @Override
        public NewOrder.@Nullable Labelled<Integer> read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasLabel = false;
            String label = null;
            boolean hasContent = false;
            Integer content = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "label" -> {
                        hasLabel = true;
                        label = in.string();
                    }
                    case "content" -> {
                        hasContent = true;
                        content = in.int32();
                    }
                    default -> in.unknownField("label", "content");
                }
            }
            if (!hasLabel) {
                in.missing("label");
            }
            if (!hasContent) {
                in.missing("content");
            }
            if (in.errorCount() > errors || label == null || content == null) {
                return null;
            }
            return new NewOrder.Labelled<Integer>(label, content);
        }
    }

    /** The JSON form of {@link NewOrder.Address}. */
    private static final class AddressCodec implements JsonCodec<NewOrder.Address> {
        static final AddressCodec INSTANCE = new AddressCodec();

        private static final JsonName STREET = JsonName.of("street");
        private static final JsonName OTHERWISE = JsonName.of("otherwise");

        @Override
        public void write(JsonWriter out, NewOrder.Address value) {
            out.startObject();
            out.field(STREET).string(value.street());
            out.field(OTHERWISE).value(AddressCodec.INSTANCE, value.otherwise());
            out.endObject();
        }

        @Override
        public NewOrder.@Nullable Address read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasStreet = false;
            String street = null;
            NewOrder.Address otherwise = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "street" -> {
                        hasStreet = true;
                        street = in.string();
                    }
                    case "otherwise" -> otherwise = in.nullable(AddressCodec.INSTANCE);
                    default -> in.unknownField("street", "otherwise");
                }
            }
            if (!hasStreet) {
                in.missing("street");
            }
            if (street != null && street.isBlank()) {
                in.invalid("street", "blank", "must not be blank");
            }
            if (in.errorCount() > errors || street == null) {
                return null;
            }
            return new NewOrder.Address(street, otherwise);
        }
    }
}
