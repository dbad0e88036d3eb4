package dev.plectrum.orm.query;

/**
 * A column of the row that a lambda was given, or of one reached from it.
 *
 * @param <T> the field's Java type
 */
public interface Column<T> {
    /** What is written; always a {@link ColumnNode}. */
    Node node();

    /** What the model declares. */
    @SuppressWarnings("unchecked")
    default ColumnDef<T> def() {
        return (ColumnDef<T>) ((ColumnNode) node()).def();
    }

    /** What the model declares of a column of the lambda's own row. Throws for one of a row that it leads to. */
    default ColumnDef<T> own() {
        ColumnDef<T> def = def();
        ((ColumnNode) node()).path().requireOwn(def.field());
        return def;
    }

    /** Set to a value, in an update. */
    default Assignment set(T value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    def().field() + ".set(null): say setNull(), so that a missing value is never written by mistake");
        }
        return new Assignment(
                own(), new ValueNode.Bind(def().encode(value), def().type().bindCast()));
    }

    /** Set to what an expression over the row's present values is. */
    default Assignment set(Expression<T> value) {
        return new Assignment(own(), value.node());
    }

    /** Set to no value, in an update. Throws for a column that must have one. */
    default Assignment setNull() {
        if (!def().isNullable()) {
            throw new IllegalArgumentException(def().field() + ".setNull(): the field is not @Nullable");
        }
        return new Assignment(own(), new ValueNode.Bind(null, def().type().bindCast()));
    }
}
