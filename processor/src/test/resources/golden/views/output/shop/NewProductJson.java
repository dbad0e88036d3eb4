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

/** The JSON form of {@link NewProduct}. */
@GeneratedJson("description")
@Generated("dev.plectrum")
final class NewProductJson implements JsonCodec<NewProduct> {
    static final NewProductJson CODEC = new NewProductJson();

    private static final JsonName NAME = JsonName.of("name");
    private static final JsonName PRICE = JsonName.of("price");
    private static final JsonName DESCRIPTION = JsonName.of("description");
    private static final JsonName TAGS = JsonName.of("tags");

    private static final JsonEncoder<Iterable<? extends NewProduct.Tag>> TAGS_ENCODER =
            JsonEncoder.array(TagJson.CODEC);
    private static final JsonDecoder<List<NewProduct.Tag>> TAGS_DECODER = JsonDecoder.array(TagJson.CODEC);

    @Override
    public void write(JsonWriter out, NewProduct value) {
        out.startObject();
        out.field(NAME).string(value.name());
        out.field(PRICE).decimal(value.price());
        out.field(DESCRIPTION).value(JsonWriter::string, value.description());
        out.field(TAGS).value(TAGS_ENCODER, value.tags());
        out.endObject();
    }

    @Override
    public @Nullable NewProduct read(JsonReader in) {
        int errors = in.errorCount();
        boolean hasName = false;
        String name = null;
        boolean hasPrice = false;
        BigDecimal price = null;
        String description = null;
        boolean hasTags = false;
        List<NewProduct.Tag> tags = null;
        if (!in.startObject()) {
            return null;
        }
        while (in.nextField()) {
            switch (in.fieldName()) {
                case "name" -> {
                    hasName = true;
                    name = in.string();
                }
                case "price" -> {
                    hasPrice = true;
                    price = in.decimal();
                }
                case "description" -> description = in.nullable(JsonReader::string);
                case "tags" -> {
                    hasTags = true;
                    tags = in.value(TAGS_DECODER);
                }
                default -> in.unknownField("name", "price", "description", "tags");
            }
        }
        if (!hasName) {
            in.missing("name");
        }
        if (!hasPrice) {
            in.missing("price");
        }
        if (!hasTags) {
            in.missing("tags");
        }
        if (name != null && name.isBlank()) {
            in.invalid("name", "blank", "must not be blank");
        }
        if (name != null && name.codePointCount(0, name.length()) > 200) {
            in.invalid("name", "too-long", "must have at most 200 characters", Map.of("max", 200));
        }
        if (price != null && price.signum() < 0) {
            in.invalid("price", "too-small", "must be at least 0", Map.of("min", 0));
        }
        if (in.errorCount() > errors || name == null || price == null || tags == null) {
            return null;
        }
        return new NewProduct(name, price, description, tags);
    }

    /** The JSON form of {@link NewProduct.Tag}. */
    @GeneratedJson
    static final class TagJson implements JsonCodec<NewProduct.Tag> {
        static final TagJson CODEC = new TagJson();

        private static final JsonName NAME = JsonName.of("name");
        private static final JsonName WEIGHT = JsonName.of("weight");

        @Override
        public void write(JsonWriter out, NewProduct.Tag value) {
            out.startObject();
            out.field(NAME).string(value.name());
            out.field(WEIGHT).number(value.weight());
            out.endObject();
        }

        @Override
        public NewProduct.@Nullable Tag read(JsonReader in) {
            int errors = in.errorCount();
            boolean hasName = false;
            String name = null;
            boolean hasWeight = false;
            int weight = 0;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "name" -> {
                        hasName = true;
                        name = in.string();
                    }
                    case "weight" -> {
                        hasWeight = true;
                        weight = in.int32();
                    }
                    default -> in.unknownField("name", "weight");
                }
            }
            if (!hasName) {
                in.missing("name");
            }
            if (!hasWeight) {
                in.missing("weight");
            }
            if (weight < 1) {
                in.invalid("weight", "too-small", "must be at least 1", Map.of("min", 1));
            }
            if (in.errorCount() > errors || name == null) {
                return null;
            }
            return new NewProduct.Tag(name, weight);
        }
    }
}
