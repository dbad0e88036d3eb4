package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Order;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.query.Scopes;
import dev.plectrum.orm.query.Table;
import dev.plectrum.orm.schema.Described;
import dev.plectrum.orm.schema.TableDef;
import dev.plectrum.orm.type.Now;
import dev.plectrum.orm.type.UuidV7;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated {@code …Mapping} classes: how a model and its table's rows become each other. One instance a model, shared by
 * everything.
 *
 * @param <M> the model
 * @param <F> its generated {@code …Fields}
 * @param <D> its generated {@code …Draft}
 */
public abstract class Mapping<M, F extends Fields<F>, D extends Draft<M>> implements Table, Described {
    private static final Present UNASKED = new Present(Now.SYSTEM);
    private static final int CACHED_LEVELS = 4;
    private static final Link[] NO_LINKS = {};

    /** As many texts of a kind are kept: a program asks for few, and what patches sent by others make of it has to end somewhere. */
    private static final int MOST_TEXTS = 256;

    private final String modelName;
    private final String sqlName;
    private final List<ColumnDef<?>> columns;
    private final List<ColumnDef<?>> key;
    private final List<ColumnDef<?>> returned;
    private final List<ColumnDef<?>> optional;
    private final FixedSql sql;
    private @Nullable Query all;
    private final List<ColumnDef<?>> updated;
    private final List<ColumnDef<?>> versions;
    private final List<ColumnDef<?>> times;
    private final boolean timed;
    private final Map<Long, String> inserts = new ConcurrentHashMap<>();
    private final Map<BulkInsert, String> bulkInserts = new ConcurrentHashMap<>();
    private final Map<List<ColumnDef<?>>, String> updates = new ConcurrentHashMap<>();
    private final Map<List<ColumnDef<?>>, String> bulkUpdates = new ConcurrentHashMap<>();
    private @Nullable Marks marks;
    private final Map<String, String> selectLists = new ConcurrentHashMap<>();
    private final Object[] fields = new Object[CACHED_LEVELS];
    private @Nullable List<Query.Sort> ordering;
    private Link[] links = NO_LINKS;
    private @Nullable Link toKey;

    /** A mapping with the statements that the processor wrote. */
    protected Mapping(String modelName, String sqlName, FixedSql sql, ColumnDef<?>... columns) {
        this.modelName = modelName;
        this.sqlName = sqlName;
        this.sql = sql;
        this.columns = List.of(columns);
        this.key = this.columns.stream().filter(ColumnDef::isKey).toList();
        this.returned = this.columns.stream().filter(ColumnDef::isReturned).toList();
        this.optional = this.columns.stream().filter(ColumnDef::isOptional).toList();
        if (optional.size() > Long.SIZE) {
            // Their bits would meet, and an insert would leave out what it was given.
            throw new IllegalArgumentException(modelName + " has " + optional.size()
                    + " columns that the database may fill in by itself; there is room for " + Long.SIZE);
        }
        this.updated = this.columns.stream()
                .filter(column ->
                        column.isWritable() && !column.isKey() && !column.isAutoNowAdd() && !column.isDiscriminator())
                .toList();
        this.versions = this.columns.stream().filter(ColumnDef::isVersion).toList();
        this.times = this.columns.stream().filter(ColumnDef::isAutoNow).toList();
        this.timed = this.columns.stream().anyMatch(column -> column.isAutoNow() || column.isAutoNowAdd());
    }

    /** A row's model; its first column stands at position {@code at}. */
    protected abstract M decode(Row row, int at, Batch batch);

    /** The same, once it is known whose its relations are. */
    final M made(Row row, int at, Batch batch) {
        return batch.made(decode(row, at, batch));
    }

    /** The same as {@link #refresh}, once it is known whose its relations are. */
    final M refreshed(M model, Row row, Batch batch) {
        return batch.made(refresh(model, row, batch));
    }

    /** The same as {@link #attach}, once it is known whose its relations are. */
    final M attached(M model, Batch batch) {
        return batch.made(attach(model, batch));
    }

    /**
     * The model with all of its columns read from a row, the first of which stands at position {@code at}: the same object where it
     * can be changed, otherwise another one.
     */
    protected M read(M model, Row row, int at, Batch batch) {
        return decode(row, at, batch);
    }

    /** The model with what the database decided, the columns of {@link #returned()} in their order, read from a row. */
    protected abstract M refresh(M model, Row row, Batch batch);

    /** The model with the relations that hold nothing but its own key, where it has no loaded ones. */
    protected M attach(M model, Batch batch) {
        return model;
    }

    /** The mapping of the model whose rows these are: another one, if this is only another face of it. */
    protected Mapping<?, ?, ?> proxied() {
        return this;
    }

    /** How a row is written: as what it is, if several models share the table. */
    protected Mapping<? extends M, ?, ?> kindOf(M model) {
        return this;
    }

    /** The same, to be used with this row only. */
    @SuppressWarnings("unchecked") // the mapping is that of the row's own class
    final Mapping<M, ?, ?> of(M model) {
        return (Mapping<M, ?, ?>) kindOf(model);
    }

    /** These columns of another mapping of the same table, as this one knows them. Throws if one is another model's. */
    final List<ColumnDef<?>> own(List<ColumnDef<?>> others) {
        List<ColumnDef<?>> own = new ArrayList<>(others.size());
        for (ColumnDef<?> other : others) {
            own.add(columns.contains(other) ? other : named(other));
        }
        return own;
    }

    private ColumnDef<?> named(ColumnDef<?> other) {
        for (ColumnDef<?> column : columns) {
            if (column.sqlName().equals(other.sqlName())) {
                return column;
            }
        }
        throw new IllegalArgumentException("A " + modelName + " has no " + other.field());
    }

    /** How the part of the model's rows is written that stands in the table they begin in; null if they begin in their own. */
    protected @Nullable Mapping<? super M, ?, ?> parent() {
        return null;
    }

    /** The reference that the model has along this relation to one row; null where it points to none, or has no such relation. */
    protected @Nullable Object reference(M model, Relation relation) {
        return null;
    }

    /** The model's references to one row. */
    protected List<ForeignKeyDef> foreignKeys() {
        return List.of();
    }

    /** The rows that refer to the model's by references which could be to other models, and go with them. */
    protected List<Relation> dependents() {
        return List.of();
    }

    /** The model's references that may be to several models. */
    protected List<AnyRelation> anyRelations() {
        return List.of();
    }

    /** The tables that pair the model's rows with others. */
    protected List<JoinTable> joinTables() {
        return List.of();
    }

    /** The model's table. Generated mappings describe it; of one that was written by hand, for a table that is there, this fails. */
    @Override
    public TableDef table() {
        throw new UnsupportedOperationException(
                "The mapping of " + modelName + " was written by hand and describes no table");
    }

    /** The value that the model has for the column at this position. */
    protected abstract @Nullable Object value(M model, int column);

    @Override
    public abstract F fields(Path path);

    /** A draft of a new row. */
    protected abstract D draft();

    /** A draft that changes this row. */
    protected abstract D draft(M model);

    /** The order of query sets that name none. */
    protected List<Order> defaultOrder(F fields) {
        return List.of();
    }

    /** The fields that a lambda at this level is given. */
    @SuppressWarnings("unchecked")
    final F fieldsAt(int level) {
        if (level >= CACHED_LEVELS) {
            return fields(new Path.Root(this, level));
        }
        Object cached = fields[level];
        if (cached == null) {
            // Two threads may make it twice; either is as good.
            cached = fields(new Path.Root(this, level));
            fields[level] = cached;
        }
        return (F) cached;
    }

    @Override
    public final String sqlName() {
        return sqlName;
    }

    @Override
    public final String modelName() {
        return modelName;
    }

    @Override
    public final List<ColumnDef<?>> columns() {
        return columns;
    }

    @Override
    public final List<ColumnDef<?>> key() {
        return key;
    }

    /** The columns that are read back after a row was written. */
    final List<ColumnDef<?>> returned() {
        return returned;
    }

    /** All rows. */
    final Query all() {
        Query known = all;
        if (known == null) {
            known = Query.of(this);
            all = known;
        }
        return known;
    }

    /** How rows of this model are found from their owners along this relation, or this table of pairs. */
    final Link linkOf(Object relation) {
        Link[] known = links;
        for (Link link : known) {
            if (link.relation() == relation) {
                return link;
            }
        }
        Link made = Link.made(relation, this);
        if (relation instanceof Relation direct && direct.isFiltered()) {
            return made; // made by a query, and forgotten with it
        }
        // Racy: what another thread adds meanwhile may get lost, and is then made once more.
        Link[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = made;
        links = more;
        return made;
    }

    /** How the row with a key is found, where no relation leads to it. */
    final Link linkToKey() {
        Link known = toKey;
        if (known == null) {
            // Two threads may make it twice; either is as good.
            known = Link.toKey(this);
            toKey = known;
        }
        return known;
    }

    final FixedSql sql() {
        return sql;
    }

    @Override
    public final List<Query.Sort> ordering() {
        List<Query.Sort> known = ordering;
        if (known == null) {
            known = defaultOrder(fieldsAt(0)).stream()
                    .map(order -> new Query.Sort(order, 0))
                    .toList();
            ordering = known;
        }
        return known;
    }

    @Override
    public final String selectList(String alias) {
        String known = selectLists.get(alias);
        return known == null ? selectLists.computeIfAbsent(alias, this::writeSelectList) : known;
    }

    private String writeSelectList(String alias) {
        StringBuilder list = new StringBuilder();
        for (ColumnDef<?> column : columns) {
            list.append(list.isEmpty() ? "" : ", ");
            list.append(alias)
                    .append('.')
                    .append(column.sqlName())
                    .append(column.type().readCast());
        }
        return list.toString();
    }

    /**
     * Which optional columns a new row leaves to the database, one bit each in the order of {@link #optional}: those without a value,
     * and, of a draft, primitives that were never set.
     */
    final long leftOut(M model, @Nullable Draft<?> draft) {
        return leftOut(model, draft == null ? column -> true : draft::isSet);
    }

    /** The same for an object whose fields all count as set. */
    final long leftOut(M model) {
        return leftOut(model, column -> true);
    }

    private long leftOut(M model, Predicate<ColumnDef<?>> isSet) {
        long mask = 0;
        for (int i = 0; i < optional.size(); i++) {
            ColumnDef<?> column = optional.get(i);
            Object value = value(model, column.index());
            boolean unset = !isSet.test(column) && isZero(value);
            if (value == null || unset) {
                mask |= 1L << i;
            }
        }
        return mask;
    }

    private static boolean isZero(@Nullable Object value) {
        return value == null
                || (value instanceof Number number && number.doubleValue() == 0)
                || Boolean.FALSE.equals(value)
                || (value instanceof Character c && c == 0);
    }

    /** The columns of an insert that leaves these out. */
    final List<ColumnDef<?>> inserted(long leftOut) {
        List<ColumnDef<?>> inserted = new ArrayList<>(columns.size());
        int next = 0;
        for (ColumnDef<?> column : columns) {
            boolean left = column.isOptional() && (leftOut & (1L << next++)) != 0;
            if (column.isWritable() && !left) {
                inserted.add(column);
            }
        }
        return inserted;
    }

    /** The insert that leaves these columns out: the one that the processor wrote, or its like. */
    final String insertSql(long leftOut) {
        if (leftOut == sql.insertLeavesOut()) {
            return sql.insert();
        }
        return inserts.computeIfAbsent(leftOut, mask -> InsertSql.one(this, inserted(mask)));
    }

    /** What an insert binds for this column. */
    @SuppressWarnings("unchecked")
    final @Nullable Object insertBind(M model, ColumnDef<?> column, Present present) {
        return ((ColumnDef<Object>) column).encode(insertValue(model, column, present));
    }

    /** What an insert writes into this column. */
    final @Nullable Object insertValue(M model, ColumnDef<?> column, Present present) {
        if (column.isAutoNow() || column.isAutoNowAdd()) {
            return present.as(column);
        }
        Object value = value(model, column.index());
        if (value == null && column.isUuidV7()) {
            return UuidV7.next();
        }
        if (value == null && column.isKey()) {
            throw new IllegalArgumentException(modelName + "." + column.field()
                    + " is the key and has no value. Set it before the row is created");
        }
        return value;
    }

    /** The columns that saving a row writes. */
    final List<ColumnDef<?>> updated() {
        return updated;
    }

    /** The moment of one statement; models that set nothing to it share one that nobody asks. */
    final Present present(Session session) {
        return timed ? new Present(session.clock()) : UNASKED;
    }

    /** Whether somebody may have to be told that a row was saved by others, be it in a table above. */
    final boolean isVersioned() {
        return !marks().versions().isEmpty();
    }

    /** The column of this table that counts saves, if there is one. */
    final List<ColumnDef<?>> versions() {
        return versions;
    }

    /** The columns of this table that are set to the present by every change. */
    final List<ColumnDef<?>> times() {
        return times;
    }

    /** What every change of a row sets by itself. */
    final Marks marks() {
        Marks known = marks;
        if (known == null) {
            // Two threads may make it twice; either is as good.
            known = Marks.of(this);
            marks = known;
        }
        return known;
    }

    /** The values of the model's key. */
    final @Nullable Object[] keyOf(M model) {
        @Nullable Object[] values = new Object[key.size()];
        for (int i = 0; i < values.length; i++) {
            ColumnDef<?> column = key.get(i);
            values[i] = requireKey(column, value(model, column.index()));
        }
        return values;
    }

    /** The value of a key column, which has to be there. */
    final Object requireKey(ColumnDef<?> column, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    modelName + "." + column.field() + " has no value, so it is not known which row is meant");
        }
        return value;
    }

    /** The value of the model's key, which is one column. */
    final Object singleKeyOf(M model) {
        if (key.size() != 1) {
            throw new IllegalStateException(
                    modelName + " has a key of " + key.size() + " columns, which a reference cannot hold");
        }
        return requireKey(key.get(0), value(model, key.get(0).index()));
    }

    /** The value of the model's key: the list of the values of its columns, where they are several. */
    final Object wholeKeyOf(M model) {
        return key.size() == 1 ? singleKeyOf(model) : Arrays.asList(keyOf(model));
    }

    /** The parts of a key as a message has them. */
    static String shown(@Nullable Object... key) {
        return key.length == 1 ? String.valueOf(key[0]) : Arrays.toString(key);
    }

    /** Puts a related row into the reference that a model of this mapping has to it. */
    @SuppressWarnings("unchecked") // the caller decoded both with their own mappings
    final void putRelated(Object model, Relation relation, @Nullable Object row) {
        Reference<Object> reference = (Reference<Object>) reference((M) model, relation);
        if (reference != null) {
            reference.load(row);
        }
    }

    @SuppressWarnings("unchecked")
    final @Nullable M cast(@Nullable Object model) {
        return (M) model;
    }

    /** That a row at the present level has this key. */
    final Condition keyIs(@Nullable Object... values) {
        Path path = new Path.Root(this, Scopes.level());
        Condition is = Condition.TRUE;
        for (int i = 0; i < values.length; i++) {
            is = is.and(Condition.equal(new ColumnNode(path, key.get(i)), values[i]));
        }
        return is;
    }

    /** Sorted by the key. */
    final List<Query.Sort> byKey() {
        Path path = new Path.Root(this, 0);
        return key.stream()
                .map(column -> new Query.Sort(new Order(new ColumnNode(path, column), false, Order.Nulls.DEFAULT), 0))
                .toList();
    }

    /** An insert of many rows: what they leave to the database, and what becomes of conflicts. */
    private record BulkInsert(long leftOut, OnConflict onConflict) {}

    /** The insert of many rows that leave these columns out. */
    final String bulkInsertSql(long leftOut, OnConflict onConflict) {
        return bulkInserts.computeIfAbsent(
                new BulkInsert(leftOut, onConflict), insert -> InsertSql.many(this, inserted(leftOut), onConflict));
    }

    /** The update of one row that sets these columns. */
    final String updateSql(List<ColumnDef<?>> set) {
        String known = updates.get(set);
        return known == null ? keep(updates, set, UpdateSql.one(this, set)) : known;
    }

    /** The update of many rows that sets these columns. */
    final String bulkUpdateSql(List<ColumnDef<?>> set) {
        String known = bulkUpdates.get(set);
        return known == null ? keep(bulkUpdates, set, UpdateSql.many(this, set)) : known;
    }

    private static String keep(Map<List<ColumnDef<?>>, String> texts, List<ColumnDef<?>> set, String text) {
        if (texts.size() < MOST_TEXTS) {
            texts.put(List.copyOf(set), text);
        }
        return text;
    }

    /** The value that a row's key column has, as it is bound. */
    @SuppressWarnings("unchecked")
    final @Nullable Object bind(M model, ColumnDef<?> column) {
        return ((ColumnDef<Object>) column).encode(value(model, column.index()));
    }

    /** Whether the model has a key, so that it may be a row already. */
    final boolean hasKey(M model) {
        for (int i = 0; i < key.size(); i++) {
            if (value(model, key.get(i).index()) == null) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return modelName;
    }
}
