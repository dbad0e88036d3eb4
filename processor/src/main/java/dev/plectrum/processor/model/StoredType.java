package dev.plectrum.processor.model;

import java.util.List;

/** How a field's values are stored: the Java type, the PostgreSQL type, and the casts between them. */
public sealed interface StoredType permits Scalar, StoredType.Like, StoredType.ListOf {
    /** The Java type, boxed. */
    JavaType java();

    /** PostgreSQL's name in casts, without modifiers. */
    String sqlName();

    /** PostgreSQL's name in a column's declaration. */
    String ddl();

    /** What follows the column in a select list. */
    String readCast();

    /** What follows a placeholder. */
    String bindCast();

    /** Whether arrays of it travel as such, not as {@code text[]}. */
    boolean nativeArrays();

    /** Which lookups it has. */
    Family family();

    /** What follows a placeholder that stands for many of it. */
    private String arrayCast() {
        return (nativeArrays() ? "::" : "::text[]::") + sqlName() + "[]";
    }

    /** A type whose values are stored as another's, but for what it says itself. */
    sealed interface Like extends StoredType permits Varchar, Numeric, EnumType, JsonRecord, Converted, Unsupported {
        /** The other type. */
        StoredType stored();

        @Override
        default JavaType java() {
            return stored().java();
        }

        @Override
        default String sqlName() {
            return stored().sqlName();
        }

        @Override
        default String ddl() {
            return stored().ddl();
        }

        @Override
        default String readCast() {
            return stored().readCast();
        }

        @Override
        default String bindCast() {
            return stored().bindCast();
        }

        @Override
        default boolean nativeArrays() {
            return stored().nativeArrays();
        }

        @Override
        default Family family() {
            return stored().family();
        }
    }

    /** Text of so many characters at most. */
    record Varchar(int maxLength) implements Like {
        @Override
        public StoredType stored() {
            return Scalar.TEXT;
        }

        @Override
        public String ddl() {
            return "varchar(" + maxLength + ")";
        }
    }

    /** A decimal, or an integer of any size, of so many digits. */
    record Numeric(Scalar stored, int precision, int scale) implements Like {
        @Override
        public String ddl() {
            return stored == Scalar.BIG_INTEGER
                    ? "numeric(" + precision + ")"
                    : "numeric(" + precision + "," + scale + ")";
        }

        /** The infinities, which the client cannot read, do not fit into so many digits. */
        @Override
        public String readCast() {
            return "";
        }
    }

    /**
     * An enum by the names of its constants, or by their positions.
     *
     * @param constants sorted by name where positions do not matter: a class file may tell another order than the source
     */
    record EnumType(JavaType java, List<String> constants, boolean ordinal) implements Like {
        /** Copies the constants. */
        public EnumType {
            constants = List.copyOf(constants);
        }

        @Override
        public StoredType stored() {
            return ordinal ? Scalar.INT2 : Scalar.TEXT;
        }

        @Override
        public Family family() {
            return Family.VALUE;
        }
    }

    /** A {@code List}, or an array of objects. */
    record ListOf(JavaType java, StoredType element) implements StoredType {
        @Override
        public String sqlName() {
            return element.sqlName() + "[]";
        }

        @Override
        public String ddl() {
            return element.ddl() + "[]";
        }

        @Override
        public String readCast() {
            return element.nativeArrays() ? "" : "::text[]";
        }

        @Override
        public String bindCast() {
            return element.arrayCast();
        }

        @Override
        public boolean nativeArrays() {
            return false;
        }

        @Override
        public Family family() {
            return Family.ARRAY;
        }
    }

    /** A record as {@code jsonb}, by code that is generated for it. */
    record JsonRecord(JsonShape shape) implements Like {
        @Override
        public StoredType stored() {
            return Scalar.JSON;
        }

        @Override
        public JavaType java() {
            return shape.java();
        }
    }

    /** A type of the user's own, stored as another. */
    record Converted(JavaType java, StoredType stored, JavaType converter) implements Like {
        @Override
        public Family family() {
            return Family.VALUE;
        }
    }

    /** A type that cannot be stored; validation says so, and until then it passes for text. */
    record Unsupported(JavaType java, Reason reason, String detail) implements Like {
        @Override
        public StoredType stored() {
            return Scalar.TEXT;
        }

        @Override
        public Family family() {
            return Family.VALUE;
        }
    }

    /** Why a type cannot be stored. */
    enum Reason {
        /** Nobody has declared it. */
        UNRESOLVED,
        /** Nobody has said how. */
        UNKNOWN,
        /** It is a record: embedded, or JSON? */
        RECORD,
        /** It is to be embedded, but it is no record. */
        NOT_A_RECORD,
        /** It is a model: a reference? */
        MODEL,
        /** It is a {@code List} of what cannot be an element. */
        ELEMENT,
        /** The converter is none. */
        NO_CONVERTER,
        /** The converter is for another type. */
        OTHER_CONVERTER,
        /** The converter cannot be made. */
        CONVERTER_CONSTRUCTOR,
        /** What the converter stores cannot be stored. */
        CONVERTED,
        /** The annotation asks for a type that the Java type does not fit. */
        WRONG_TYPE,
        /** A part of a JSON record cannot be written as JSON. */
        JSON_PART
    }
}
