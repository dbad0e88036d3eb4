package dev.plectrum.processor.emit;

import com.palantir.javapoet.ClassName;

/** The classes that generated code builds on. The processor knows them by name only. */
final class RuntimeTypes {
    static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    static final ClassName GENERATED_MODEL = ClassName.get("dev.plectrum.annotations", "GeneratedModel");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    static final ClassName ANY_REF = orm("AnyRef");
    static final ClassName ANY_REF_COLUMNS = orm("AnyRefColumns");
    static final ClassName ANY_RELATION = orm("AnyRelation");
    static final ClassName BATCH = orm("Batch");
    static final ClassName DRAFT = orm("Draft");
    static final ClassName FIXED_SQL = orm("FixedSql");
    static final ClassName GENERATED_CODE = orm("GeneratedCode");
    static final ClassName MAPPING = orm("Mapping");
    static final ClassName SEALED_MAPPING = orm("SealedMapping");
    static final ClassName QUERY_SET = orm("QuerySet");

    static final ClassName FOREIGN_KEY_DEF = orm("ForeignKeyDef");
    static final ClassName KEY_REF = orm("KeyRef");
    static final ClassName KEY_REF_COLUMNS = orm("KeyRefColumns");
    static final ClassName MODEL_REGISTRY = orm("ModelRegistry");
    static final ClassName REF = orm("Ref");
    static final ClassName REF_COLUMN = orm("RefColumn");
    static final ClassName ON_DELETE = ClassName.get("dev.plectrum.annotations", "OnDelete");
    static final ClassName JOIN_TABLE = query("JoinTable");
    static final ClassName RELATION = query("Relation");

    static final ClassName SESSION = ClassName.get("dev.plectrum.orm.exec", "Session");
    static final ClassName TABLE_DEF = ClassName.get("dev.plectrum.orm.schema", "TableDef");

    static final ClassName COLUMN_DEF = query("ColumnDef");
    static final ClassName FIELDS = query("Fields");
    static final ClassName KIND = query("Kind");
    static final ClassName TEXT_EXPRESSION = query("TextExpression");
    static final ClassName ORDER = query("Order");
    static final ClassName PATH = query("Path");
    static final ClassName QUERY = query("Query");

    static final ClassName TYPES = ClassName.get("dev.plectrum.orm.type", "Types");

    static final ClassName FUTURE = ClassName.get("io.vertx.core", "Future");
    static final ClassName ROW = ClassName.get("io.vertx.sqlclient", "Row");

    private RuntimeTypes() {}

    private static ClassName orm(String name) {
        return ClassName.get("dev.plectrum.orm", name);
    }

    static ClassName query(String name) {
        return ClassName.get("dev.plectrum.orm.query", name);
    }
}
