package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The table between two models of which each row of one has many of the other. A path through it takes two steps. */
public final class JoinTable implements Table {
    private final String name;
    private final String sqlName;
    private final ColumnDef<?> near;
    private final ColumnDef<?> far;
    private final Relation toNear;
    private final Relation toFar;
    private final boolean symmetrical;
    private @Nullable Relation fromFar; // made late: the other model may not be there yet

    private JoinTable(
            String name,
            String sqlName,
            ColumnDef<?> owner,
            String nearColumn,
            Supplier<Table> target,
            String farColumn,
            String targetColumn,
            DbType<?> farType,
            boolean symmetrical) {
        this.symmetrical = symmetrical;
        this.name = name;
        this.sqlName = sqlName;
        this.near = ColumnDef.of(0, nearColumn, nearColumn, owner.type()).key();
        this.far = ColumnDef.of(1, farColumn, farColumn, farType).key();
        this.toNear = Relation.toMany(name, () -> this, owner, near.sqlName());
        this.toFar = Relation.toOne(name, target, far, targetColumn, false);
    }

    /**
     * The table of a relation.
     *
     * @param name the model's name for the relation
     * @param sqlName the table
     * @param owner the key of the model that has the relation
     * @param nearColumn the table's column that points to it
     * @param farColumn the table's column that points to the other model
     * @param target the other model's table
     * @param targetColumn the other model's key, as SQL writes it
     * @param farType the type of the other model's key
     */
    public static JoinTable of(
            String name,
            String sqlName,
            ColumnDef<?> owner,
            String nearColumn,
            String farColumn,
            Supplier<Table> target,
            String targetColumn,
            DbType<?> farType) {
        return new JoinTable(name, sqlName, owner, nearColumn, target, farColumn, targetColumn, farType, false);
    }

    /**
     * The table of a relation of a model with itself where {@code a} with {@code b} also means {@code b} with {@code a}: it has a row for
     * each direction, so that asking is as simple as of any other.
     *
     * @param name the model's name for the relation
     * @param sqlName the table
     * @param key the model's key
     * @param nearColumn one of the table's two columns
     * @param farColumn the other
     * @param target the model's table
     */
    public static JoinTable symmetrical(
            String name,
            String sqlName,
            ColumnDef<?> key,
            String nearColumn,
            String farColumn,
            Supplier<Table> target) {
        return new JoinTable(name, sqlName, key, nearColumn, target, farColumn, key.sqlName(), key.type(), true);
    }

    /** Whether a pair counts in both directions. */
    public boolean isSymmetrical() {
        return symmetrical;
    }

    /** The step from the model that has the relation to this table. */
    public Relation toNear() {
        return toNear;
    }

    /** The step from this table to the other model. */
    public Relation toFar() {
        return toFar;
    }

    /** The step from the other model back to this table. */
    public Relation fromFar() {
        Relation back = fromFar;
        if (back == null) {
            back = Relation.toMany(name, () -> this, toFar.to(0), far.sqlName());
            fromFar = back;
        }
        return back;
    }

    /** The column that points to the model that has the relation. */
    public ColumnDef<?> near() {
        return near;
    }

    /** The column that points to the other model. */
    public ColumnDef<?> far() {
        return far;
    }

    @Override
    public String sqlName() {
        return sqlName;
    }

    @Override
    public String modelName() {
        return name;
    }

    @Override
    public List<ColumnDef<?>> columns() {
        return List.of(near, far);
    }

    @Override
    public List<ColumnDef<?>> key() {
        return columns();
    }

    @Override
    public List<Query.Sort> ordering() {
        return List.of();
    }

    @Override
    public String selectList(String alias) {
        return alias + '.' + near.sqlName() + ", " + alias + '.' + far.sqlName();
    }

    @Override
    public Fields<?> fields(Path path) {
        return new Row(path);
    }

    /** A row of the table, which has nothing to ask for by itself. */
    private static final class Row extends Fields<Row> {
        Row(Path path) {
            super(path);
        }
    }
}
