package dev.plectrum.web.json;

import dev.plectrum.orm.AnyRef;
import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How results of queries are written as JSON, and read back by those who ask for them. */
public final class RowsJson {
    /** {@code {"total": 3, "byModel": {"Product": 3}}}. */
    public static final JsonEncoder<Deleted> DELETED = (out, deleted) -> {
        out.startObject();
        out.field("total").number(deleted.total());
        out.field("byModel").value(JsonEncoder.<Long>object(JsonWriter::number), deleted.byModel());
        out.endObject();
    };

    /** {@code {"kind": "book", "id": 7}}, whether the row is loaded or not: as of references to one model, the key is what is said. */
    public static final JsonEncoder<AnyRef<?>> ANY_REFERENCE = (out, reference) -> {
        out.startObject();
        out.field("kind").string(reference.kind());
        out.field("id").number(reference.id());
        out.endObject();
    };

    private RowsJson() {}

    /**
     * {@code {"items": […], "number": 1, "size": 20, "hasNext": true, "total": null}}; {@code total} is null unless the request asked
     * for it.
     */
    public static <M> JsonEncoder<Page<M>> page(JsonEncoder<? super M> item) {
        return (out, page) -> {
            out.startObject();
            out.field("items").value(JsonEncoder.<M>array(item), page.items());
            out.field("number").number(page.number());
            out.field("size").number(page.size());
            out.field("hasNext").bool(page.hasNext());
            out.field("total").value(JsonWriter::number, page.total());
            out.endObject();
        };
    }

    /** {@code {"items": […], "next": "eyJ…"}}; {@code next} is null on the last page. */
    public static <M> JsonEncoder<KeyPage<M>> keyPage(JsonEncoder<? super M> item) {
        return (out, page) -> {
            out.startObject();
            out.field("items").value(JsonEncoder.<M>array(item), page.items());
            out.field("next").value(JsonWriter::string, page.next());
            out.endObject();
        };
    }

    /** Reads what {@link #DELETED} writes. */
    public static @Nullable Deleted readDeleted(JsonReader in) {
        long total = 0;
        Map<String, Long> byModel = Map.of();
        if (!in.startObject()) {
            return null;
        }
        while (in.nextField()) {
            switch (in.fieldName()) {
                case "total" -> total = in.int64();
                case "byModel" -> {
                    Map<String, Long> read = in.value(JsonDecoder.<Long>object(JsonReader::int64));
                    byModel = read == null ? byModel : read;
                }
                default -> in.unknownField("total", "byModel");
            }
        }
        return new Deleted(total, byModel);
    }

    /** Reads what {@link #ANY_REFERENCE} writes. */
    public static @Nullable AnyKey readAnyKey(JsonReader in) {
        String kind = null;
        long id = 0;
        if (!in.startObject()) {
            return null;
        }
        while (in.nextField()) {
            switch (in.fieldName()) {
                case "kind" -> kind = in.string();
                case "id" -> id = in.int64();
                default -> in.unknownField("kind", "id");
            }
        }
        return kind == null ? null : new AnyKey(kind, id);
    }

    /** Reads what {@link #page} writes. */
    public static <M> JsonDecoder<Page<M>> readPage(JsonDecoder<M> item) {
        JsonDecoder<List<M>> list = JsonDecoder.array(item);
        return in -> {
            List<M> items = null;
            int number = 0;
            int size = 0;
            boolean hasNext = false;
            Long total = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "items" -> items = in.value(list);
                    case "number" -> number = in.int32();
                    case "size" -> size = in.int32();
                    case "hasNext" -> hasNext = in.bool();
                    case "total" -> total = in.nullable(JsonReader::int64);
                    default -> in.unknownField("items", "number", "size", "hasNext", "total");
                }
            }
            return items == null ? null : new Page<>(items, number, size, hasNext, total);
        };
    }

    /** Reads what {@link #keyPage} writes. */
    public static <M> JsonDecoder<KeyPage<M>> readKeyPage(JsonDecoder<M> item) {
        JsonDecoder<List<M>> list = JsonDecoder.array(item);
        return in -> {
            List<M> items = null;
            String next = null;
            if (!in.startObject()) {
                return null;
            }
            while (in.nextField()) {
                switch (in.fieldName()) {
                    case "items" -> items = in.value(list);
                    case "next" -> next = in.nullable(JsonReader::string);
                    default -> in.unknownField("items", "next");
                }
            }
            return items == null ? null : new KeyPage<>(items, next);
        };
    }
}
