package dev.plectrum.orm;

import dev.plectrum.orm.error.NotLoadedException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.JoinTable;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.orm.type.DbType;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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
    private @Nullable List<M> rows;
    private @Nullable Many<M> next;

    Many(Peers.Manies<M> peers, Object owner) {
        this.peers = peers;
        this.owner = owner;
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
        return change(session -> session.execute(clearSql()).mapEmpty());
    }

    /**
     * Makes these rows the ones that belong here, in one transaction. Where rows cannot be without an owner, the others stay, as there is
     * nowhere for them to go.
     */
    public Future<Void> aset(Collection<M> models) {
        if (peers.link().through() == null && !peers.link().owner().isNullable()) {
            return aadd(models);
        }
        return change(session ->
                session.atomic(tx -> tx.execute(removeOthersSql(models)).compose(removed -> add(tx, models))));
    }

    /** Creates a row that belongs here. Returns it as it is then. */
    public Future<M> acreate(M model) {
        return change(session -> {
            Mapping<M, ?, ?> mapping = peers.mapping();
            if (peers.link().through() == null) {
                return Inserts.owned(session, mapping, model, peers.link().owner(), owner);
            }
            return session.atomic(tx -> Inserts.one(tx, mapping, model)
                    .compose(created -> add(tx, List.of(created)).map(created)));
        });
    }

    private <R> Future<R> change(Function<Session, Future<R>> work) {
        rows = null;
        try {
            return work.apply(peers.batch.session());
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Void> add(Session session, Collection<M> models) {
        if (models.isEmpty()) {
            return Future.succeededFuture();
        }
        Link link = peers.link();
        JoinTable through = link.through();
        if (through == null) {
            ColumnDef<?> key = peers.mapping().key().get(0);
            return session.execute(Sql.write(
                            "UPDATE " + link.target().sqlName() + "\nSET "
                                    + link.owner().sqlName() + " = $1"
                                    + link.owner().type().bindCast() + "\nWHERE " + key.sqlName() + " = ANY($2"
                                    + key.type().arrayCast() + ")",
                            ownerBind(),
                            keys(models)))
                    .mapEmpty();
        }
        DbType<?> far = through.far().type();
        return session.execute(Sql.write(
                        "INSERT INTO " + through.sqlName() + " ("
                                + through.near().sqlName() + ", "
                                + through.far().sqlName() + ")\nSELECT $1"
                                + through.near().type().bindCast()
                                + ", u.c1" + far.bulkElementCast() + "\nFROM unnest($2" + far.bulkCast()
                                + ") AS u(c1)\nON CONFLICT DO NOTHING",
                        ownerBind(),
                        keys(models)))
                .mapEmpty();
    }

    private Future<Void> remove(Session session, Collection<M> models) {
        if (models.isEmpty()) {
            return Future.succeededFuture();
        }
        Link link = peers.link();
        JoinTable through = link.through();
        if (through == null) {
            ColumnDef<?> key = peers.mapping().key().get(0);
            return session.execute(Sql.write(
                            clearText() + " AND " + key.sqlName() + " = ANY($2"
                                    + key.type().arrayCast() + ")",
                            ownerBind(),
                            keys(models)))
                    .mapEmpty();
        }
        return session.execute(Sql.write(
                        clearText() + " AND " + through.far().sqlName() + " = ANY($2"
                                + through.far().type().arrayCast() + ")",
                        ownerBind(),
                        keys(models)))
                .mapEmpty();
    }

    private Sql removeOthersSql(Collection<M> models) {
        Link link = peers.link();
        JoinTable through = link.through();
        ColumnDef<?> far = through == null ? peers.mapping().key().get(0) : through.far();
        return Sql.write(
                clearText() + " AND " + far.sqlName() + " <> ALL($2"
                        + far.type().arrayCast() + ")",
                ownerBind(),
                keys(models));
    }

    private Sql clearSql() {
        return Sql.write(clearText(), ownerBind());
    }

    /** Takes out all rows of the owner; more conditions may follow. */
    private String clearText() {
        Link link = peers.link();
        String owned = "\nWHERE " + link.owner().sqlName() + " = $1"
                + link.owner().type().bindCast();
        if (link.through() != null) {
            return "DELETE FROM " + link.through().sqlName() + owned;
        }
        if (!link.owner().isNullable()) {
            throw new IllegalStateException(peers.describe() + ": its rows cannot be without an owner, because "
                    + peers.mapping().modelName() + "." + link.owner().field()
                    + " is not @Nullable. Delete them, or add them to another owner");
        }
        return "UPDATE " + link.target().sqlName() + "\nSET " + link.owner().sqlName() + " = NULL" + owned;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object ownerBind() {
        return ((DbType<Object>) peers.link().owner().type()).encode(owner);
    }

    @SuppressWarnings("unchecked")
    private Object keys(Collection<M> models) {
        List<Object> keys = new ArrayList<>(models.size());
        for (M model : models) {
            keys.add(peers.mapping().singleKeyOf(model));
        }
        return ((DbType<Object>) peers.mapping().key().get(0).type()).encodeArray(keys);
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
