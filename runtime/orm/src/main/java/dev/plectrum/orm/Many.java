package dev.plectrum.orm;

import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of another model that belong to this row: they point to it, or a table of its own pairs them with it. Nothing is loaded
 * unasked. For conditions, sorting and the like give it to their query set: {@code reviews.of(product.reviews).filter(…)}.
 *
 * @param <M> the other model
 */
public sealed class Many<M> {
    private final Peers.Manies<M> peers;
    private final Object owner;
    /** The row that has this, where the rows that belong to it point there and are to know it. */
    private @Nullable Object holder;

    private @Nullable List<M> rows;
    private @Nullable Many<M> next;

    Many(Peers.Manies<M> peers, Object owner) {
        this.peers = peers;
        this.owner = owner;
    }

    /** The same, paired by rows of a model that have other values besides. */
    private static final class With<M> extends Many<M> {
        private final Through<?, ?> through;

        With(Peers.Manies<M> peers, Object owner, Through<?, ?> through) {
            super(peers, owner);
            this.through = through;
        }

        @Override
        Through<?, ?> through(JoinTable table) {
            return through;
        }
    }

    /** How rows of a model of the user's are written down that pair others; null where a table of the relation's own does. */
    @Nullable Through<?, ?> through(JoinTable table) {
        Mapping<?, ?, ?> pairs = References.pairing(table);
        return pairs == null ? null : Through.plain(pairs);
    }

    /**
     * The same rows; those that are added here are paired by rows of the join model that have these values besides:
     * {@code team.members.through(memberships, m -> m.role("captain")).aadd(ada)}. Throws if the relation does not go through that model.
     */
    public final <T, D extends Draft<T>> Many<M> through(QuerySet<T, ?, D, ?> pairs, UnaryOperator<D> values) {
        Mapping<T, ?, D> mapping = pairs.mapping();
        JoinTable table = peers.link().through();
        if (table == null || !table.sqlName().equals(mapping.sqlName())) {
            throw new IllegalArgumentException(peers.describe() + " does not go through " + mapping.modelName()
                    + ", so it cannot set what that has");
        }
        Many<M> with = new With<>(peers, owner, new Through<>(mapping, values));
        with.holder = holder;
        return peers.enter(with);
    }

    /** Whether the rows are there. */
    public final boolean isLoaded() {
        return rows != null;
    }

    /** The rows. Throws {@code NotLoadedException} if they were not loaded; it says what to add to the query. */
    public final List<M> get() {
        if (rows == null) {
            throw new NotLoadedException(peers.describe() + " was not loaded. Add prefetchRelated(row -> row."
                    + peers.name() + "()) to the query, or await alist()");
        }
        return rows;
    }

    /**
     * The rows, loaded if they were not yet. Those of all rows that came from one result are loaded together, so that a loop over them
     * costs one query.
     */
    public final Future<List<M>> alist() {
        if (rows != null) {
            return Future.succeededFuture(rows);
        }
        return peers.load(this).map(loaded -> get());
    }

    /** Adds rows. Those that belong here already stay. Rows that only point to their owner change whom they point to. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Future<Void> aadd(M... models) {
        return aadd(List.of(models));
    }

    /** Adds rows. Those that belong here already stay. Rows that only point to their owner change whom they point to. */
    public final Future<Void> aadd(Collection<M> models) {
        return change(session -> add(session, models));
    }

    /** Takes rows out, without deleting them. Throws where they cannot be without an owner. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Future<Void> aremove(M... models) {
        return aremove(List.of(models));
    }

    /** Takes rows out, without deleting them. Throws where they cannot be without an owner. */
    public final Future<Void> aremove(Collection<M> models) {
        return change(session -> remove(session, models));
    }

    /** Takes all rows out, without deleting them. Throws where they cannot be without an owner. */
    public final Future<Void> aclear() {
        return change(session -> takeOut(session, null));
    }

    /**
     * Makes these rows the ones that belong here, in one transaction. Where rows cannot be without an owner, the others stay, as there is
     * nowhere for them to go.
     */
    public final Future<Void> aset(Collection<M> models) {
        Link link = peers.link();
        if (link.through() == null && !link.isOptional()) {
            return aadd(models);
        }
        return change(
                session -> session.atomic(tx -> takeOut(tx, others(models)).compose(removed -> add(tx, models))));
    }

    /** Creates a row that belongs here. Returns it as it is then. */
    public final Future<M> acreate(M model) {
        return change(session -> {
            Mapping<M, ?, ?> mapping = peers.mapping();
            if (peers.link().through() == null) {
                return Inserts.owned(
                                session,
                                mapping,
                                model,
                                peers.link().owner(),
                                owner,
                                peers.link().among())
                        .map(created -> {
                            peers.tell(created, holder);
                            return created;
                        });
            }
            return session.atomic(tx -> Inserts.one(tx, mapping.of(model), model)
                    .compose(created -> add(tx, List.of(created)).map(created)));
        });
    }

    private <R> Future<R> change(Function<Session, Future<R>> work) {
        rows = null;
        try {
            return work.apply(peers.batch().session());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static Future<Void> send(Session session, Sql sql) {
        return session.execute(sql).mapEmpty();
    }

    private Future<Void> add(Session session, Collection<M> models) {
        if (models.isEmpty()) {
            return Future.succeededFuture();
        }
        JoinTable table = peers.link().through();
        if (table == null) {
            return send(session, takeIn(models));
        }
        Through<?, ?> through = through(table);
        return through == null ? send(session, pair(table, models)) : through.pair(session, table, owner, keys(models));
    }

    /** Of a reference that could be to other models, that it is to the owner's. */
    private String alsoSet() {
        Kind among = peers.link().among();
        return among == null ? "" : ", " + among.is();
    }

    /** Has rows point to the owner. */
    private Sql takeIn(Collection<M> models) {
        List<@Nullable Object> binds = new ArrayList<>();
        return Sql.write(
                "UPDATE " + peers.mapping().sqlName() + "\nSET "
                        + peers.link().owner().set(owner, binds) + alsoSet() + "\nWHERE "
                        + key().isOneOf(keys(models), binds),
                binds.toArray());
    }

    /** Pairs rows with the owner; of a symmetrical relation in both directions. */
    private Sql pair(JoinTable through, Collection<M> models) {
        String near = "$1" + through.near().type().bindCast();
        List<@Nullable Object> binds = new ArrayList<>();
        KeyColumns one = new KeyColumns(List.of(through.near()));
        one.is(owner, binds);
        String far = "u.c1" + through.far().type().bulkElementCast();
        String from = "\nFROM unnest($2" + through.far().type().bulkCast() + ") AS u(c1)";
        binds.add(new KeyColumns(List.of(through.far())).array(keys(models)));
        String pairs = "\nSELECT " + near + ", " + far + from;
        return Sql.write(
                "INSERT INTO " + through.sqlName() + " (" + through.near().sqlName() + ", "
                        + through.far().sqlName() + ")" + pairs
                        + (through.isSymmetrical() ? "\nUNION SELECT " + far + ", " + near + from : "")
                        + "\nON CONFLICT DO NOTHING",
                binds.toArray());
    }

    private Future<Void> remove(Session session, Collection<M> models) {
        if (models.isEmpty()) {
            return Future.succeededFuture();
        }
        return takeOut(session, (columns, binds) -> columns.isOneOf(keys(models), binds));
    }

    /** Which of the owner's rows are meant, said of the columns that have their keys. */
    private interface Which {
        String write(KeyColumns columns, List<@Nullable Object> binds);
    }

    private Which others(Collection<M> models) {
        return (columns, binds) -> columns.isNoneOf(keys(models), binds);
    }

    /** Takes out those rows of the owner that are meant, or all. */
    private Future<Void> takeOut(Session session, @Nullable Which which) {
        JoinTable table = peers.link().through();
        if (table == null) {
            return send(session, setFree(which));
        }
        List<@Nullable Object> binds = new ArrayList<>();
        String pairs = "FROM " + table.sqlName() + "\nWHERE " + paired(table, which, binds);
        Mapping<?, ?, ?> model = References.pairing(table);
        if (model == null || References.isLeaf(model)) {
            return send(session, Sql.write("DELETE " + pairs, binds.toArray()));
        }
        // A row of the user's may have others that refer to it.
        KeyColumns key = KeyColumns.of(model);
        return session.atomic(tx -> tx.query(
                                Sql.read("SELECT " + key.selected() + "\n" + pairs, binds.toArray()),
                                RowCollectors.list(row -> key.read(row, 0)))
                        .compose(keys -> Deletion.of(tx, model, keys)))
                .mapEmpty();
    }

    /** Which rows of the table in between pair the owner with those that are meant. */
    private String paired(JoinTable table, @Nullable Which which, List<@Nullable Object> binds) {
        KeyColumns near = peers.link().owner();
        KeyColumns far = new KeyColumns(List.of(table.far()));
        String where = meant(near, far, which, binds);
        return table.isSymmetrical() ? "(" + where + ") OR (" + meant(far, near, which, binds) + ")" : where;
    }

    /** Has those rows that are meant, or all, point to nobody. */
    private Sql setFree(@Nullable Which which) {
        Link link = peers.link();
        List<@Nullable Object> binds = new ArrayList<>();
        if (!link.isOptional()) {
            throw new IllegalStateException(peers.describe() + ": its rows cannot be without an owner, because "
                    + peers.mapping().modelName() + "."
                    + link.owner().columns().get(0).field()
                    + " is not @Nullable. Delete them, or add them to another owner");
        }
        String nulls = link.owner().columns().stream()
                .map(column -> column.sqlName() + " = NULL")
                .collect(Collectors.joining(", "));
        Kind kind = peers.mapping().kind();
        Kind among = link.among();
        return Sql.write(
                "UPDATE " + peers.mapping().sqlName() + "\nSET " + nulls
                        + (among == null ? "" : ", " + among.column().sqlName() + " = NULL") + "\nWHERE "
                        + meant(link.owner(), key(), which, binds)
                        + (kind == null ? "" : " AND " + kind.is())
                        + (among == null ? "" : " AND " + among.is()),
                binds.toArray());
    }

    private String meant(KeyColumns owners, KeyColumns keys, @Nullable Which which, List<@Nullable Object> binds) {
        String owned = owners.is(owner, binds);
        return which == null ? owned : owned + " AND " + which.write(keys, binds);
    }

    private KeyColumns key() {
        return KeyColumns.of(peers.mapping());
    }

    private List<Object> keys(Collection<M> models) {
        List<Object> keys = new ArrayList<>(models.size());
        for (M model : models) {
            keys.add(peers.mapping().wholeKeyOf(model));
        }
        return keys;
    }

    Object ownerKey() {
        return owner;
    }

    /** Remembers who has this, so that the rows can be told. */
    final void heldBy(Object row) {
        if (holder == null) {
            holder = row;
        }
    }

    /** Who has this, if that is known. */
    final @Nullable Object holder() {
        return holder;
    }

    /** A decoder of rows that belong here which tells them whose they are, where that is known. */
    <R> Function<Row, R> telling(Function<Row, R> decoder) {
        Relation forward = peers.link().forward();
        Object known = holder;
        if (forward == null || known == null) {
            return decoder;
        }
        return row -> {
            R model = decoder.apply(row);
            peers.mapping().putRelated(model, forward, known);
            return model;
        };
    }

    /** The one behind this among its peers. */
    @Nullable Many<M> next() {
        return next;
    }

    void next(Many<M> many) {
        next = many;
    }

    Link link() {
        return peers.link();
    }

    void load(List<M> loaded) {
        rows = loaded;
    }

    @Override
    public final String toString() {
        return rows == null ? peers.name() + " of " + owner + ", not loaded" : rows.toString();
    }
}
