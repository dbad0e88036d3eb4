package dev.plectrum.web.json;

import dev.plectrum.orm.Deleted;
import dev.plectrum.orm.KeyPage;
import dev.plectrum.orm.Page;

/** How results of queries are written as JSON. */
public final class RowsJson {
    /** {@code {"total": 3, "byModel": {"Product": 3}}}. */
    public static final JsonEncoder<Deleted> DELETED = (out, deleted) -> {
        out.startObject();
        out.field("total").number(deleted.total());
        out.field("byModel").value(JsonEncoder.<Long>object(JsonWriter::number), deleted.byModel());
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
}
