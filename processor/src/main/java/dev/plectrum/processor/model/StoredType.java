package dev.plectrum.processor.model;

import java.util.List;

/** How a field's values are stored: the Java type, the PostgreSQL type, and the casts between them. */
public sealed interface StoredType
        permits Scalar,
                StoredType.Varchar,
                StoredType.Numeric,
                StoredType.EnumType,
                StoredType.ListOf,
                StoredType.JsonRecord,
                StoredType.Converted,
                StoredType.Unsupported {
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

    /** Text of so many characters at most. */
    record Varchar(int maxLength) implements StoredType {
        @Override
        public JavaType java() {
            return Scalar.TEXT.java();
        }

        @Override
        public String sqlName() {
            return "text";
        }

        @Override
        public String ddl() {
            return "varchar(" + maxLength + ")";
        }

        @Override
        public String readCast() {
            return "";
        }

        @Override
        public String bindCast() {
            return "::text";
        }

        @Override
        public boolean nativeArrays() {
            return true;
        }

        @Override
        public Family family() {
            return Family.TEXT;
        }
    }

    /** A decimal, or an integer of any size, of so many digits. */
    record Numeric(Scalar scalar, int precision, int scale) implements StoredType {
        @Override
        public JavaType java() {
            return scalar.java();
        }

        @Override
        public String sqlName() {
            return "numeric";
        }

        @Override
        public String ddl() {
            return scalar == Scalar.BIG_INTEGER
                    ? "numeric(" + precision + ")"
                    : "numeric(" + precision + "," + scale + ")";
        }

        @Override
        public String readCast() {
            return "";
        }

        @Override
        public String bindCast() {
            return "::numeric";
        }

        @Override
        public boolean nativeArrays() {
            return false;
        }

        @Override
        public Family family() {
            return Family.NUMBER;
        }
    }

    /**
     * An enum by the names of its constants, or by their positions.
     *
     * @param constants sorted by name where positions do not matter: a class file may tell another order than the source
     */
    record EnumType(JavaType java, List<String> constants, boolean ordinal) implements StoredType {
        /** Copies the constants. */
        public EnumType {
            constants = List.copyOf(constants);
        }

        @Override
        public String sqlName() {
            return ordinal ? "int2" : "text";
        }

        @Override
        public String ddl() {
            return ordinal ? "smallint" : "text";
        }

        @Override
        public String readCast() {
            return "";
        }

        @Override
        public String bindCast() {
            return "::" + sqlName();
        }

        @Override
        public boolean nativeArrays() {
            return true;
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
    record JsonRecord(JsonShape shape) implements StoredType {
        @Override
        public JavaType java() {
            return shape.java();
        }

        @Override
        public String sqlName() {
            return "jsonb";
        }

        @Override
        public String ddl() {
            return "jsonb";
        }

        @Override
        public String readCast() {
            return "::text";
        }

        @Override
        public String bindCast() {
            return "::text::jsonb";
        }

        @Override
        public boolean nativeArrays() {
            return false;
        }

        @Override
        public Family family() {
            return Family.JSON;
        }
    }

    /** A type of the user's own, stored as another. */
    record Converted(JavaType java, StoredType stored, JavaType converter) implements StoredType {
        @Override
        public String sqlName() {
            return stored.sqlName();
        }

        @Override
        public String ddl() {
            return stored.ddl();
        }

        @Override
        public String readCast() {
            return stored.readCast();
        }

        @Override
        public String bindCast() {
            return stored.bindCast();
        }

        @Override
        public boolean nativeArrays() {
            return stored.nativeArrays();
        }

        @Override
        public Family family() {
            return Family.VALUE;
        }
    }

    /** A type that cannot be stored; validation says so. */
    record Unsupported(JavaType java, Reason reason, String detail) implements StoredType {
        @Override
        public String sqlName() {
            return "text";
        }

        @Override
        public String ddl() {
            return "text";
        }

        @Override
        public String readCast() {
            return "";
        }

        @Override
        public String bindCast() {
            return "";
        }

        @Override
        public boolean nativeArrays() {
            return true;
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
