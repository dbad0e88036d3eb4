package dev.plectrum.processor.expression;

import java.util.List;

/** The fields of a product, as a user's model would declare them. */
final class Catalogue {
    static final SqlType STATUS = SqlType.enumAsText(List.of("DRAFT", "ACTIVE", "GONE"));

    static final Scope PRODUCT = Scope.of(
            "Product",
            List.of(
                    field("name", "name", "varchar(200)", false, "java.lang.String"),
                    field("description", "description", "text", true, "java.lang.String"),
                    field("price", "price", "numeric(10,2)", false, "java.math.BigDecimal"),
                    field("discount", "discount", "numeric(10,2)", true, "java.math.BigDecimal"),
                    field("stock", "stock", "integer", false, "int"),
                    field("active", "active", "boolean", false, "boolean"),
                    field("createdAt", "created_at", "timestamptz", false, "java.time.Instant"),
                    field("availableFrom", "available_from", "date", true, "java.time.LocalDate"),
                    ScopeField.of("status", "status", ColumnType.of(STATUS), false, "shop.Status"),
                    field("email", "email", "citext", false, "java.lang.String"),
                    field("address.city", "address_city", "text", true, "java.lang.String"),
                    field("category", "category_id", "bigint", false, "dev.plectrum.orm.Ref"),
                    field("data", "data", "jsonb", true, "io.vertx.core.json.JsonObject"),
                    field("tags", "tags", "text[]", false, "java.util.List"),
                    field("stockValue", "stock_value", "numeric(12,2)", false, "java.math.BigDecimal")
                            .generated(ScopeField.Generation.STORED, "price * stock"),
                    field("shout", "shout", "text", false, "java.lang.String")
                            .generated(ScopeField.Generation.VIRTUAL, "upper(name)")));

    private Catalogue() {}

    private static ScopeField field(String name, String column, String type, boolean nullable, String javaType) {
        return ScopeField.of(name, column, ColumnType.parse(type).orElseThrow(), nullable, javaType);
    }

    static ColumnType type(String sql) {
        return ColumnType.parse(sql).orElseThrow();
    }
}
