package dev.plectrum.orm.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final boolean back;
    private final @Nullable Function<Object, List<Object>> parts;
    private final @Nullable Function<Fields<?>, Condition> on;
    private final @Nullable Kind here;
    private final @Nullable Kind there;

    private Relation(
            String name,
            Supplier<Table> target,
            List<ColumnDef<?>> fromColumns,
            List<String> toColumns,
            boolean many,
            boolean optional,
            boolean back,
            @Nullable Function<Object, List<Object>> parts,
            @Nullable Function<Fields<?>, Condition> on,
            @Nullable Kind here,
            @Nullable Kind there) {
        this.name = name;
        this.target = target;
        this.fromColumns = List.copyOf(fromColumns);
        this.toColumns = List.copyOf(toColumns);
        this.many = many;
        this.optional = optional;
        this.back = back;
        this.parts = parts;
        this.on = on;
        this.here = here;
        this.there = there;
    }

    /** At most one row on the other side. The target is asked for late, because models may point at each other. */
    public static Relation toOne(
            String name, Supplier<Table> target, ColumnDef<?> fromColumn, String toColumn, boolean optional) {
        return new Relation(
                name, target, List.of(fromColumn), List.of(toColumn), false, optional, false, null, null, null, null);
    }

    /**
     * At most one row on the other side, known by several columns.
     *
     * @param parts takes the object that a reference holds as its key into the values of the columns
     */
    @SuppressWarnings("unchecked") // a reference along this relation holds what parts takes
    public static <K> Relation toOne(
            String name,
            Supplier<Table> target,
            List<ColumnDef<?>> fromColumns,
            List<String> toColumns,
            boolean optional,
            Function<K, List<Object>> parts) {
        return new Relation(
                name,
                target,
                fromColumns,
                toColumns,
                false,
                optional,
                false,
                (Function<Object, List<Object>>) parts,
                null,
                null,
                null);
    }

    /** Any number of rows on the other side. */
    public static Relation toMany(String name, Supplier<Table> target, ColumnDef<?> fromColumn, String toColumn) {
        return toMany(name, target, List.of(fromColumn), List.of(toColumn));
    }

    /** Any number of rows on the other side, which know this one by several columns. */
    public static Relation toMany(
            String name, Supplier<Table> target, List<ColumnDef<?>> fromColumns, List<String> toColumns) {
        return new Relation(name, target, fromColumns, toColumns, true, true, false, null, null, null, null);
    }

    /** At most one row on the other side, which points to this one. */
    public static Relation back(String name, Supplier<Table> target, ColumnDef<?> fromColumn, String toColumn) {
        return new Relation(
                name, target, List.of(fromColumn), List.of(toColumn), false, true, true, null, null, null, null);
    }

    /** The same, as far as this holds for the row on the other side. */
    Relation filtered(Function<Fields<?>, Condition> condition) {
        return new Relation(name, target, fromColumns, toColumns, many, true, back, parts, condition, here, there);
    }

    /** The same, for those rows of this side only; the others have nobody on the other. */
    public Relation onlyWhere(Kind kind) {
        return new Relation(name, target, fromColumns, toColumns, many, true, back, parts, on, kind, there);
    }

    /** The same, to those rows of the other side only. */
    public Relation toThose(Kind kind) {
        return new Relation(name, target, fromColumns, toColumns, many, true, back, parts, on, here, kind);
    }

    /**
     * Whether this finds the same rows as another one, from the same row: a table that pairs rows is one with the model of the user's whose
     * rows the pairs are.
     */
    public boolean findsAs(Relation other) {
        return this == other
                || (many == other.many
                        && on == null
                        && other.on == null
                        && toColumns.equals(other.toColumns)
                        && sameColumns(other)
                        && same(here, other.here)
                        && same(there, other.there)
                        && target().from().equals(other.target().from())
                        && same(target().kind(), other.target().kind()));
    }

    private boolean sameColumns(Relation other) {
        for (int i = 0; i < fromColumns.size(); i++) {
            if (!fromColumns.get(i).sqlName().equals(other.fromColumns.get(i).sqlName())) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(@Nullable Kind one, @Nullable Kind other) {
        return one == other || (one != null && other != null && one.is().equals(other.is()));
    }

    /** Which rows of this side have somebody on the other; null where all may. */
    public @Nullable Kind here() {
        return here;
    }

    /** Which rows of the other side count; null where all do. */
    public @Nullable Kind there() {
        return there;
    }

    /** Whether only some of the rows on the other side count. */
    public boolean isFiltered() {
        return on != null;
    }

    /** What must hold for the row at the end of this path for it to count; the path's last step is this relation. */
    public Condition on(Path path) {
        return on == null
                ? Condition.TRUE
                : Scopes.inside(path.level(), () -> on.apply(path.table().fields(path)));
    }

    /** Whether it is the rows on the other side that hold what is ours. */
    public boolean pointsHere() {
        return many || back;
    }

    /** Whether our columns are missing exactly where the row on the other side is, and otherwise equal to its own. */
    boolean holdsKey() {
        return !many && !back && on == null && here == null;
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

    /** The other side's columns. */
    public List<ColumnDef<?>> targets() {
        List<ColumnDef<?>> targets = new ArrayList<>(toColumns.size());
        for (int i = 0; i < toColumns.size(); i++) {
            targets.add(to(i));
        }
        return targets;
    }

    /** What a reference holds as its key, as rows are compared by it: as it is, or of several columns the list of their values. */
    public Object comparable(Object key) {
        return parts == null ? key : parts.apply(key);
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
