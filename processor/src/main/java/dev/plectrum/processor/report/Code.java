package dev.plectrum.processor.report;

/** The problems there are, besides those inside expressions. Each is a heading of the documentation. */
public enum Code {
    CRASH("Plectrum.Crash"),

    NOT_A_CLASS("Model.NotAClass"),
    ABSTRACT("Model.Abstract"),
    INNER("Model.Inner"),
    PRIVATE("Model.Private"),
    GENERIC("Model.Generic"),
    NO_CONSTRUCTOR("Model.NoConstructor"),
    SUPERCLASS("Model.Superclass"),
    KIND("Model.Kind"),
    NAME_CLASH("Model.NameClash"),
    NO_ID("Model.NoId"),
    UNKNOWN_FIELD("Model.UnknownField"),
    UNORDERED("Model.Unordered"),
    TABLE_NAME("Model.TableName"),
    TOO_MANY_DEFAULTS("Model.TooManyDefaults"),
    NOT_GENERATED("Model.NotGenerated"),
    OTHER_VERSION("Model.OtherVersion"),

    INACCESSIBLE("Field.Inaccessible"),
    FINAL("Field.Final"),
    RESERVED_NAME("Field.ReservedName"),
    UNRESOLVED_TYPE("Field.UnresolvedType"),
    UNSUPPORTED_TYPE("Field.UnsupportedType"),
    RECORD_TYPE("Field.RecordType"),
    MODEL_TYPE("Field.ModelType"),
    ELEMENT_TYPE("Field.ElementType"),
    JSON_TYPE("Field.JsonType"),
    TWO_ROLES("Field.TwoRoles"),

    NULLABLE_PRIMITIVE("Field.NullablePrimitive"),
    OTHER_NULLABLE("Field.OtherNullable"),

    NULLABLE_ID("Id.Nullable"),
    ID_SOURCE("Id.Source"),
    ID_TYPE("Id.Type"),

    COLUMN_NAME("Column.Name"),
    DUPLICATE_COLUMN("Column.Duplicate"),
    COLUMN_OPTION("Column.Option"),
    COLUMN_TYPE("Column.Type"),

    CONVERTER("Converter.NotAConverter"),
    CONVERTER_TYPE("Converter.Type"),
    CONVERTER_CONSTRUCTOR("Converter.Constructor"),
    CONVERTER_STORED("Converter.Stored"),

    AUTO_NOW_TYPE("AutoNow.Type"),
    VERSION_TYPE("Version.Type"),
    TWO_VERSIONS("Version.Two"),
    GENERATED_OPTION("GeneratedField.Option"),
    EMBEDDED_RECORD("Embedded.NotARecord"),
    EMBEDDED_PART("Embedded.Part"),
    EMBEDDED_ELSEWHERE("Embedded.Elsewhere"),

    INDEX_EMPTY("Index.Empty"),
    INDEX_METHOD("Index.Method"),
    INDEX_VIRTUAL("Index.Virtual"),
    UNIQUE_DEFERRABLE("Unique.Deferrable"),
    EXCLUDE_ELEMENT("Exclude.Element"),
    CONSTRAINT_NAME("Constraint.Name"),

    RELATION_TYPE("Relation.Type"),
    RELATION_TARGET("Relation.Target"),
    RELATION_KEY("Relation.Key"),
    RELATION_FIELD("Relation.Field"),
    RELATION_THROUGH("Relation.Through"),
    RELATION_ON_DELETE("Relation.OnDelete"),
    RELATION_GENERIC("Relation.Generic"),
    RELATION_SYMMETRY("Relation.Symmetry"),

    VIEW_CLASS("View.Class"),
    VIEW_UNRESOLVED("View.UnresolvedType"),
    VIEW_CONSTRUCTOR("View.Constructor"),
    VIEW_OUT_OF_SIGHT("View.OutOfSight"),
    ROUTE_METHOD("Route.Method"),
    ROUTE_PATH("Route.Path"),
    ROUTE_UNTAKEN("Route.UntakenParameter"),
    ROUTE_TWICE("Route.Twice"),
    ROUTE_NAME("Route.Name"),
    ROUTE_ACCESS("Route.Access"),
    ROUTE_LIMIT("Route.Limit"),
    ROUTE_STATUS("Route.Status"),
    ROUTE_WAITING("Route.Waiting"),
    ROUTE_SOCKET("Route.Socket"),
    SOCKET_CLASS("Socket.Class"),
    SOCKET_MESSAGE("Socket.Message"),
    SOCKET_METHOD("Socket.Method"),
    PARAMETER_NOWHERE("Parameter.Nowhere"),
    PARAMETER_PLACES("Parameter.Places"),
    PARAMETER_TYPE("Parameter.Type"),
    PARAMETER_DEFAULT("Parameter.Default"),
    PARAMETER_NULLABLE("Parameter.Nullable"),
    BODY_USE("Body.Use"),
    BODY_MODEL("Body.Model"),
    BODY_FIELDS("Body.Fields"),
    BODY_TYPE("Body.Type"),
    JSON_FORM("Json.Type"),
    JSON_FIELD("Json.Field"),
    JSON_ELSEWHERE("Json.Elsewhere"),
    JSON_NAME("Json.Name"),
    JSON_ANNOTATION("Json.Annotation"),
    EXAMPLE_VALUE("Example.Value"),
    EXAMPLE_JSON("Example.Json"),
    EXAMPLE_USE("Example.Use"),
    CONSTRAINT_UNKNOWN("Constraint.Unknown"),
    CONSTRAINT_TYPE("Constraint.Type"),
    APPLICATION_TWO("Application.Two"),
    CLIENT_VIEW("Client.NotAView"),
    CLIENT_TWICE("Client.Twice"),
    CLIENT_NAMES("Client.Names");

    private final String word;

    Code(String word) {
        this.word = word;
    }

    /** The word that users see and look up. */
    public String word() {
        return word;
    }
}
