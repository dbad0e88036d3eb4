package dev.plectrum.orm.query;

import java.util.List;
import java.util.function.Supplier;

/**
 * How rows of one table find those of another. Generated code declares one for each relation of a model; two relations are
 * the same only if they are the same object.
 */
public final class Relation {
    private final String name;
    private final Supplier<Table> target;
    private final List<ColumnDef<?>> fromColumns;
    private final List<String> toColumns;
    private final boolean many;
    private final boolean optional;

    private Relation(
            String name,
            Supplier<Table> target,
            List<ColumnDef<?>> fromColumns,
            List<String> toColumns,
            boolean many,
            boolean optional) {
        this.name = name;
        this.target = target;
        this.fromColumns = List.copyOf(fromColumns);
        this.toColumns = List.copyOf(toColumns);
        this.many = many;
        this.optional = optional;
    }

    /** At most one row on the other side. The target is asked for late, because models may point at each other. */
    public static Relation toOne(
            String name, Supplier<Table> target, ColumnDef<?> fromColumn, String toColumn, boolean optional) {
        return new Relation(name, target, List.of(fromColumn), List.of(toColumn), false, optional);
    }

    /** Any number of rows on the other side. */
    public static Relation toMany(String name, Supplier<Table> target, ColumnDef<?> fromColumn, String toColumn) {
        return new Relation(name, target, List.of(fromColumn), List.of(toColumn), true, true);
    }

    /** The model's name for it. */
    public String name() {
        return name;
    }

    /** The table on the other side. */
    public Table target() {
        return target.get();
    }

    /** This side's columns. */
    public List<ColumnDef<?>> fromColumns() {
        return fromColumns;
    }

    ColumnDef<?> from(int index) {
        return fromColumns.get(index);
    }

    /** The other side's columns, as SQL writes them, in the same order. */
    public List<String> toColumns() {
        return toColumns;
    }

    /** The other side's column at this place. */
    public ColumnDef<?> to(int index) {
        String name = toColumns.get(index);
        for (ColumnDef<?> column : target().columns()) {
            if (column.sqlName().equals(name)) {
                return column;
            }
        }
        throw new IllegalStateException(
                this + " points to " + name + ", which " + target().modelName() + " does not have");
    }

    /** Whether there may be several rows on the other side. */
    public boolean many() {
        return many;
    }

    /** Whether there may be none. */
    public boolean optional() {
        return optional;
    }

    @Override
    public String toString() {
        return name;
    }
}
