package dev.plectrum.orm;

import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.sql.Sql;
import io.vertx.core.Future;
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
public final class Many<M> {
    private final Peers.Manies<M> peers;
    private final Object owner;
    private final @Nullable Through<?, ?> through;
    private @Nullable List<M> rows;
    private @Nullable Many<M> next;

    Many(Peers.Manies<M> peers, Object owner) {
        this(peers, owner, null);
    }

    private Many(Peers.Manies<M> peers, Object owner, @Nullable Through<?, ?> through) {
        this.peers = peers;
        this.owner = owner;
        this.through = through;
    }

    /**
     * The same rows; those that are added here are paired by rows of the join model that have these values besides:
     * {@code team.members.through(memberships, m -> m.role("captain")).aadd(ada)}. Throws if the relation does not go through that model.
     */
    public <T, D extends Draft<T>> Many<M> through(QuerySet<T, ?, D, ?> pairs, UnaryOperator<D> values) {
        Mapping<T, ?, D> mapping = pairs.mapping();
        JoinTable table = peers.link().through();
        if (table == null || !table.sqlName().equals(mapping.sqlName())) {
            throw new IllegalArgumentException(peers.describe() + " does not go through " + mapping.modelName()
                    + ", so it cannot set what that has");
        }
        return new Many<>(peers, owner, new Through<>(mapping, values));
    }

    /** Whether the rows are there. */
    public boolean isLoaded() {
        return rows != null;
    }

    /** The rows. Throws {@code NotLoadedException} if they were not loaded; it says what to add to the query. */
    public List<M> get() {
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
    public Future<List<M>> alist() {
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
    public Future<Void> aadd(Collection<M> models) {
        return change(session -> add(session, models));
    }

    /** Takes rows out, without deleting them. Throws where they cannot be without an owner. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Future<Void> aremove(M... models) {
        return aremove(List.of(models));
    }

    /** Takes rows out, without deleting them. Throws where they cannot be without an owner. */
    public Future<Void> aremove(Collection<M> models) {
        return change(session -> remove(session, models));
    }

    /** Takes all rows out, without deleting them. Throws where they cannot be without an owner. */
    public Future<Void> aclear() {
        return change(session -> send(session, takeOut(null)));
    }

    /**
     * Makes these rows the ones that belong here, in one transaction. Where rows cannot be without an owner, the others stay, as there is
     * nowhere for them to go.
     */
    public Future<Void> aset(Collection<M> models) {
        Link link = peers.link();
        if (link.through() == null && !link.isOptional()) {
            return aadd(models);
        }
        return change(session ->
                session.atomic(tx -> send(tx, takeOut(others(models))).compose(removed -> add(tx, models))));
    }

    /** Creates a row that belongs here. Returns it as it is then. */
    public Future<M> acreate(M model) {
        return change(session -> {
            Mapping<M, ?, ?> mapping = peers.mapping();
            if (peers.link().through() == null) {
                return Inserts.owned(
                        session,
                        mapping,
                        model,
                        peers.link().owner(),
                        owner,
                        peers.link().among());
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
        return send(session, through == null ? pair(table, models) : through.pair(session, table, owner, keys(models)));
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
        return send(session, takeOut((columns, binds) -> columns.isOneOf(keys(models), binds)));
    }

    /** Which of the owner's rows are meant, said of the columns that have their keys. */
    private interface Which {
        String write(KeyColumns columns, List<@Nullable Object> binds);
    }

    private Which others(Collection<M> models) {
        return (columns, binds) -> columns.isNoneOf(keys(models), binds);
    }

    /** Takes out those rows of the owner that are meant, or all. */
    private Sql takeOut(@Nullable Which which) {
        Link link = peers.link();
        JoinTable table = link.through();
        List<@Nullable Object> binds = new ArrayList<>();
        if (table != null) {
            KeyColumns near = link.owner();
            KeyColumns far = new KeyColumns(List.of(table.far()));
            String where = meant(near, far, which, binds);
            if (table.isSymmetrical()) {
                where = "(" + where + ") OR (" + meant(far, near, which, binds) + ")";
            }
            return Sql.write("DELETE FROM " + table.sqlName() + "\nWHERE " + where, binds.toArray());
        }
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
    public String toString() {
        return rows == null ? peers.name() + " of " + owner + ", not loaded" : rows.toString();
    }
}
