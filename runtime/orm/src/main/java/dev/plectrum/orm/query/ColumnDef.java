package dev.plectrum.orm.query;

import dev.plectrum.orm.error.UnstorableValueException;
import dev.plectrum.orm.type.DbType;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What generated code declares about one column. Immutable; each of the words at the end of a declaration, such as
 * {@code ColumnDef.of(0, "id", "id", Types.INT8).identity()}, returns a copy.
 *
 * @param <T> the field's Java type
 */
public final class ColumnDef<T> {
    private static final int NULLABLE = 1;
    private static final int IDENTITY = 1 << 1;
    private static final int GENERATED = 1 << 2;
    private static final int DEFAULTED = 1 << 3;
    private static final int VERSION = 1 << 4;
    private static final int CREATED = 1 << 5;
    private static final int UPDATED = 1 << 6;
    private static final int KEY = 1 << 7;
    private static final int UUID_V7 = 1 << 8;
    private static final int INHERITED = 1 << 9;
    private static final int DISCRIMINATOR = 1 << 10;

    private final int index;
    private final String field;
    private final String column;
    private final String sqlName;
    private final DbType<T> type;
    private final int flags;

    private ColumnDef(int index, String field, String column, DbType<T> type, int flags) {
        this.index = index;
        this.field = field;
        this.column = column;
        this.sqlName = Identifiers.quote(column);
        this.type = type;
        this.flags = flags;
    }

    /** The column at this position of its table's rows, NOT NULL unless it says otherwise. */
    public static <T> ColumnDef<T> of(int index, String field, String column, DbType<T> type) {
        return new ColumnDef<>(index, field, column, type, 0);
    }

    private ColumnDef<T> with(int flag) {
        return new ColumnDef<>(index, field, column, type, flags | flag);
    }

    /** Part of the primary key. */
    public ColumnDef<T> key() {
        return with(KEY);
    }

    /** May be NULL. */
    public ColumnDef<T> nullable() {
        return with(NULLABLE);
    }

    /** Numbered by PostgreSQL when the row is created without a value. */
    public ColumnDef<T> identity() {
        return with(IDENTITY);
    }

    /** Computed by PostgreSQL, never written. */
    public ColumnDef<T> generated() {
        return with(GENERATED);
    }

    /** Has a DEFAULT in the database. */
    public ColumnDef<T> defaulted() {
        return with(DEFAULTED);
    }

    /** Counts saves. */
    public ColumnDef<T> version() {
        return with(VERSION);
    }

    /** Set to the present when the row is created. */
    public ColumnDef<T> autoNowAdd() {
        return with(CREATED);
    }

    /** Set to the present whenever the row is saved. */
    public ColumnDef<T> autoNow() {
        return with(UPDATED);
    }

    /** A version 7 {@code UUID} that we make when the row is created without a value. */
    public ColumnDef<T> uuidV7() {
        return with(UUID_V7);
    }

    /** A column of the table that the row begins in. */
    public ColumnDef<T> inherited() {
        return with(INHERITED);
    }

    /** Says which of the models that share the table a row belongs to. */
    public ColumnDef<T> discriminator() {
        return with(DISCRIMINATOR);
    }

    /** Whether it says which of the models that share the table a row belongs to, so that it never changes. */
    public boolean isDiscriminator() {
        return (flags & DISCRIMINATOR) != 0;
    }

    /** Whether it is a column of the table that the row begins in. */
    public boolean isInherited() {
        return (flags & INHERITED) != 0;
    }

    /** Its position in its table's rows. */
    public int index() {
        return index;
    }

    /** The model's name for it. */
    public String field() {
        return field;
    }

    /** The table's name for it, unquoted. */
    public String column() {
        return column;
    }

    /** The table's name for it as SQL writes it. */
    public String sqlName() {
        return sqlName;
    }

    /** How values travel. */
    public DbType<T> type() {
        return type;
    }

    /**
     * The client's own value for a bind.
     *
     * @throws UnstorableValueException if PostgreSQL cannot hold the value; it names the field
     */
    public @Nullable Object encode(@Nullable T value) {
        try {
            return type.encode(value);
        } catch (UnstorableValueException e) {
            throw e.in(field);
        }
    }

    /**
     * The client's array of many values.
     *
     * @throws UnstorableValueException if PostgreSQL cannot hold one of them; it names the field and the place
     */
    public Object encodeArray(Collection<? extends @Nullable T> values) {
        try {
            return type.encodeArray(values);
        } catch (UnstorableValueException e) {
            throw e.in(field);
        }
    }

    /**
     * The client's array of this column of many rows.
     *
     * @throws UnstorableValueException if PostgreSQL cannot hold one of the values; it names the field and the row
     */
    public <R> Object encodeArray(List<R> rows, Function<? super R, ? extends @Nullable T> value) {
        try {
            return type.encodeArray(rows, value);
        } catch (UnstorableValueException e) {
            throw e.in(field);
        }
    }

    /** Whether it is part of the primary key. */
    public boolean isKey() {
        return (flags & KEY) != 0;
    }

    /** Whether it may be NULL. */
    public boolean isNullable() {
        return (flags & NULLABLE) != 0;
    }

    /** Whether PostgreSQL numbers it. */
    public boolean isIdentity() {
        return (flags & IDENTITY) != 0;
    }

    /** Whether PostgreSQL computes it. */
    public boolean isGenerated() {
        return (flags & GENERATED) != 0;
    }

    /** Whether it has a DEFAULT. */
    public boolean isDefaulted() {
        return (flags & DEFAULTED) != 0;
    }

    /** Whether it counts saves. */
    public boolean isVersion() {
        return (flags & VERSION) != 0;
    }

    /** Whether it is set when the row is created. */
    public boolean isAutoNowAdd() {
        return (flags & CREATED) != 0;
    }

    /** Whether it is set whenever the row is saved. */
    public boolean isAutoNow() {
        return (flags & UPDATED) != 0;
    }

    /** Whether it is a version 7 {@code UUID} that we make. */
    public boolean isUuidV7() {
        return (flags & UUID_V7) != 0;
    }

    /** Whether its value after a write is read back: the database decides it, or we do as the row is written. */
    public boolean isReturned() {
        return (flags & (IDENTITY | GENERATED | DEFAULTED | VERSION | CREATED | UPDATED | UUID_V7)) != 0;
    }

    /** Whether an insert may leave it to the database. */
    public boolean isOptional() {
        return (flags & (IDENTITY | DEFAULTED)) != 0;
    }

    /** Whether an insert or update may name it. */
    public boolean isWritable() {
        return !isGenerated() && !isInherited();
    }

    @Override
    public String toString() {
        return field;
    }
}
