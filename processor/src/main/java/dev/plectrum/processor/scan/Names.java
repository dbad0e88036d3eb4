package dev.plectrum.processor.scan;

/** The qualified names that the scanner looks for. */
final class Names {
    static final String ANNOTATIONS = "dev.plectrum.annotations.";
    static final String MODEL = ANNOTATIONS + "Model";
    static final String MAPPED_FIELDS = ANNOTATIONS + "MappedFields";
    static final String EMBEDDED = ANNOTATIONS + "Embedded";
    static final String ID = ANNOTATIONS + "Id";
    static final String COLUMN = ANNOTATIONS + "Column";
    static final String AUTO_NOW = ANNOTATIONS + "AutoNow";
    static final String AUTO_NOW_ADD = ANNOTATIONS + "AutoNowAdd";
    static final String VERSION = ANNOTATIONS + "Version";
    static final String GENERATED_FIELD = ANNOTATIONS + "GeneratedField";
    static final String FOREIGN_KEY = ANNOTATIONS + "ForeignKey";
    static final String GENERIC_FOREIGN_KEY = ANNOTATIONS + "GenericForeignKey";
    static final String ONE_TO_ONE = ANNOTATIONS + "OneToOne";
    static final String MANY_TO_MANY = ANNOTATIONS + "ManyToMany";
    static final String REVERSE = ANNOTATIONS + "Reverse";
    static final String INDEX = ANNOTATIONS + "Index";
    static final String UNIQUE = ANNOTATIONS + "Unique";
    static final String CHECK = ANNOTATIONS + "Check";
    static final String EXCLUDE = ANNOTATIONS + "Exclude";
    static final String GENERATED_MODEL = ANNOTATIONS + "GeneratedModel";
    static final String NULLABLE = "org.jspecify.annotations.Nullable";
    static final String CONVERTER = "dev.plectrum.orm.type.Converter";
    static final String RANGE = "dev.plectrum.orm.type.Range";

    private Names() {}
}
