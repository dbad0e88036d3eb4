package dev.plectrum.orm;

import static java.util.Objects.requireNonNull;

import dev.plectrum.orm.error.NotFoundException;
import dev.plectrum.orm.error.RejectedValue;
import dev.plectrum.orm.error.StaleObjectException;
import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Assignment;
import dev.plectrum.orm.query.Column;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Expression;
import dev.plectrum.orm.query.FetchMode;
import dev.plectrum.orm.query.Fields;
import dev.plectrum.orm.query.Functions;
import dev.plectrum.orm.query.Nested;
import dev.plectrum.orm.query.Orderable;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Scopes;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.orm.sql.Statements;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one model, described but not yet asked for. The base of generated {@code …QuerySet} classes.
 *
 * <p>A query set is immutable: {@code filter} and its like return another one. Nothing reaches the database before a method whose name
 * begins with {@code a}; those return a future that completes on the caller's Vert.x context, or fails with one of the exceptions of
 * {@code dev.plectrum.orm.error}. {@link #toString()} is the SQL that {@link #alist()} would send.
 *
 * @param <M> the model
 * @param <F> its generated {@code …Fields}, which lambdas are given
 * @param <D> its generated {@code …Draft}
 * @param <Q> the generated query set itself
 */
public abstract class QuerySet<M, F extends Fields<F>, D extends Draft<M>, Q extends QuerySet<M, F, D, Q>> {
    private final Session session;
    private final Mapping<M, F, D> mapping;
    private final Query query;

    /** All rows of the model, in this database or transaction. */
    protected QuerySet(Session session, Mapping<M, F, D> mapping) {
        this(session, mapping, mapping.all());
    }

    /** The rows that a query describes. */
    protected QuerySet(Session session, Mapping<M, F, D> mapping, Query query) {
        this.session = requireNonNull(session, "session");
        this.mapping = mapping;
        this.query = query;
    }

    /** The query set that asks this query there. */
    protected abstract Q with(Session session, Query query);

    private Q with(Query query) {
        return with(session, query);
    }

    private <R> R apply(Function<? super F, ? extends R> lambda) {
        return Scopes.apply(mapping::fieldsAt, lambda);
    }

    // ---- describing rows

    /** Only the rows for which this holds too. */
    public final Q filter(Function<F, Condition> condition) {
        return with(query.filter(apply(condition), Scopes.level()));
    }

    /** Without the rows for which this holds; those for which it is unknown, because a value is missing, stay. */
    public final Q exclude(Function<F, Condition> condition) {
        return with(query.filter(apply(condition).not(), Scopes.level()));
    }

    /** The same rows. */
    public final Q all() {
        return with(query);
    }

    /** No rows, found without asking the database. */
    public final Q none() {
        return with(query.none());
    }

    /** Sorted by these keys, most important first, instead of by what was said before. Without keys, in no order. */
    @SafeVarargs
    public final Q orderBy(Function<F, ? extends Orderable>... keys) {
        Query.Sort[] sorts = new Query.Sort[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorts[i] = new Query.Sort(apply(keys[i]).order(), Scopes.level());
        }
        return with(query.orderBy(List.of(sorts)));
    }

    /** In the opposite order. */
    public final Q reverse() {
        return with(query.reverse());
    }

    /** Without equal rows. */
    public final Q distinct() {
        return with(query.distinct());
    }

    /** Only the first row, in the query set's order, of those that share these values; the order has to begin with them. */
    @SafeVarargs
    public final Q distinctOn(Function<F, ? extends Orderable>... values) {
        List<Query.Value> on = new ArrayList<>(values.length);
        for (Function<F, ? extends Orderable> value : values) {
            on.add(new Query.Value(apply(value).order().node(), Scopes.level()));
        }
        return with(query.distinctOn(on));
    }

    /** From one row, counted from 0, up to but without another; a slice of a slice counts within it. */
    public final Q slice(long from, long to) {
        if (to < 0) {
            throw new IllegalArgumentException(
                    "slice to " + to + ": a row's position is not negative. Use reverse() to count from the end");
        }
        return with(query.slice(from, to));
    }

    /** At most so many rows. */
    public final Q limit(long count) {
        return slice(0, count);
    }

    /** Without so many rows at the beginning. */
    public final Q offset(long count) {
        return with(query.slice(count, -1));
    }

    /** The same rows, asked of another database, or inside a transaction. */
    public final Q using(Session session) {
        return with(requireNonNull(session, "session"), query);
    }

    /** With these related rows in the same statement. Every relation on the way has to lead to one row. */
    @SafeVarargs
    public final Q selectRelated(Function<F, ? extends Fields<?>>... relations) {
        Query related = query;
        for (Function<F, ? extends Fields<?>> relation : relations) {
            if (!(apply(relation).path() instanceof Path.Step step)) {
                throw new IllegalArgumentException("selectRelated of the row itself: name one of its relations");
            }
            related = related.related(atLevelZero(step));
        }
        return with(related);
    }

    /** With these related rows, loaded by one more statement for each relation on the way. */
    @SafeVarargs
    public final Q prefetchRelated(Function<F, ? extends Fields<?>>... relations) {
        Query prefetching = query;
        for (Function<F, ? extends Fields<?>> relation : relations) {
            prefetching = prefetching.prefetch(Query.Prefetch.of(apply(relation).path(), null));
        }
        return with(prefetching);
    }

    /** With these related rows, loaded as another query set says; a slice of it is one of each row's. */
    public final <G extends Fields<G>> Q prefetchRelated(Function<F, G> relation, QuerySet<?, G, ?, ?> rows) {
        return with(query.prefetch(Query.Prefetch.of(apply(relation).path(), rows.query)));
    }

    /** What asking for a relation does that was not loaded with its row. */
    public final Q fetchMode(FetchMode mode) {
        return with(query.fetchMode(mode));
    }

    /** Only the rows that belong to another one; rows created here become its rows. */
    public final Q of(Many<M> many) {
        int level = Scopes.level();
        Condition belongs = many.link().belongsTo(many.ownerKey(), level);
        return with(query.filter(belongs, level).ownedBy(many));
    }

    private static Path.Step atLevelZero(Path.Step step) {
        if (step.level() == 0) {
            return step;
        }
        Path from = step.from() instanceof Path.Step before
                ? atLevelZero(before)
                : new Path.Root(step.from().table(), 0);
        return new Path.Step(from, step.relation());
    }

    /** Locks the rows it returns until the transaction ends. Fails outside one. */
    public final Q selectForUpdate() {
        return with(query.lock(Query.Lock.UPDATE, Query.Locked.WAIT));
    }

    /** Locks the rows it returns: how strongly, and what becomes of those that are locked already. Fails outside a transaction. */
    public final Q selectForUpdate(Query.Lock lock, Query.Locked locked) {
        return with(query.lock(lock, locked));
    }

    /** Ends the statement after so long on the server. It then fails with {@code StatementTimeout}. */
    public final Q timeout(Duration timeout) {
        return with(query.timeout(timeout));
    }

    /** With a planner setting for this statement alone, such as {@code hint("enable_seqscan", "off")}. */
    public final Q hint(String setting, String value) {
        return with(query.setting(setting, value));
    }

    /** With a hint comment at the statement's beginning, as the extension pg_hint_plan reads it. */
    public final Q hint(String comment) {
        return with(query.hint(comment));
    }

    // ---- as part of other queries

    /** Holds where this query set has a row. Its lambdas may speak of the rows around them. */
    public final Condition exists() {
        return Condition.In.exists(new Nested(query, List.of()));
    }

    /** One value of each row, for {@code in}, or to be fetched by itself. */
    public final <T> Values<T> values(Function<F, ? extends Expression<T>> value) {
        Expression<T> expression = apply(value);
        return new Values<>(session, query, new Query.Value(expression.node(), Scopes.level()), expression.type());
    }

    // ---- reading

    /** The only row for which this holds. Fails with {@code NotFoundException} or {@code MultipleResultsException}. */
    public final Future<M> aget(Function<F, Condition> condition) {
        return attempt(() -> filter(condition).aget());
    }

    /** The only row. Fails with {@code NotFoundException} or {@code MultipleResultsException}. */
    public final Future<M> aget() {
        return attempt(() -> {
            // Two are enough to know that there is more than one. Sorting them would change nothing.
            Query two = query.isSliced() || !query.distinctOn().isEmpty()
                    ? query.slice(0, 2)
                    : query.unordered().slice(0, 2);
            if (two.isEmpty()) {
                return Future.failedFuture(new NotFoundException("No " + described()));
            }
            return fetch(two, decoder -> RowCollectors.one(decoder, this::described));
        });
    }

    /** Reads rows, and then those that the query wants loaded after them. */
    private <R> Future<R> fetch(Query wanted, Function<Function<Row, M>, Collector<Row, ?, R>> collector) {
        Batch batch = new Batch(session, wanted.fetchMode());
        Future<R> rows =
                session.query(Statements.select(wanted), collector.apply(Fetch.decoder(mapping, wanted, batch)));
        return wanted.prefetches().isEmpty()
                ? rows
                : rows.compose(result -> Fetch.prefetch(batch, wanted).map(result));
    }

    private String described() {
        return query.filters().isEmpty() ? mapping.modelName() : mapping.modelName() + " matches";
    }

    /** The row with this key. */
    protected final Future<M> byKey(@Nullable Object... key) {
        if (query != mapping.all()) {
            return attempt(() -> keyed(key).aget());
        }
        return attempt(() -> session.query(Sql.read(mapping.sql().select(), encodeKey(key)), new OneRow.Only<M>() {
            @Override
            M decode(Row row) {
                return mapping.made(row, 0, batch());
            }

            @Override
            String asked() {
                return mapping.modelName() + " has the key " + Mapping.shown(key);
            }
        }));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object[] encodeKey(@Nullable Object... key) {
        @Nullable Object[] binds = new Object[key.length];
        for (int i = 0; i < key.length; i++) {
            binds[i] = ((ColumnDef<Object>) mapping.key().get(i)).encode(requireNonNull(key[i], "key"));
        }
        return binds;
    }

    /** This query set with a key's columns compared, one by one. */
    private Q keyed(@Nullable Object... key) {
        return with(query.filter(mapping.keyIs(key), Scopes.level()));
    }

    /** All rows. */
    public final Future<List<M>> alist() {
        return attempt(() -> {
            if (query.isEmpty()) {
                return Future.succeededFuture(new ArrayList<>());
            }
            return fetch(query, decoder -> RowCollectors.list(decoder, query.limit()));
        });
    }

    /** All rows; the same as {@link #alist()}. */
    public final Future<List<M>> aall() {
        return alist();
    }

    /** The first row, or null; of a query set without order, that with the smallest key. */
    public final Future<@Nullable M> afirst() {
        return attempt(() -> first(query.orderedOrBy(mapping.byKey(), "afirst")));
    }

    /** The last row, or null; of a query set without order, that with the greatest key. */
    public final Future<@Nullable M> alast() {
        return attempt(() -> first(query.orderedOrBy(mapping.byKey(), "alast").reverse()));
    }

    /** The row whose value comes first. Fails with {@code NotFoundException} if there are no rows. */
    @SafeVarargs
    public final Future<M> aearliest(Function<F, ? extends Orderable>... keys) {
        return attempt(() -> sorted("aearliest", keys).afirst().map(this::found));
    }

    /** The row whose value comes last. Fails with {@code NotFoundException} if there are no rows. */
    @SafeVarargs
    public final Future<M> alatest(Function<F, ? extends Orderable>... keys) {
        return attempt(() -> sorted("alatest", keys).reverse().afirst().map(this::found));
    }

    @SafeVarargs
    private Q sorted(String method, Function<F, ? extends Orderable>... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException(
                    method + "() needs to know by what: " + method + "(row -> row.createdAt)");
        }
        return orderBy(keys);
    }

    private M found(@Nullable M model) {
        if (model == null) {
            throw new NotFoundException("No " + described());
        }
        return model;
    }

    private Future<@Nullable M> first(Query ordered) {
        Query one = ordered.slice(0, 1);
        if (one.isEmpty()) {
            return Future.succeededFuture(null);
        }
        return fetch(one, RowCollectors::first);
    }

    /** How many rows there are. */
    public final Future<Long> acount() {
        return attempt(() -> {
            if (query.isEmpty()) {
                return Future.succeededFuture(0L);
            }
            return session.query(Statements.count(query), RowCollectors.one(row -> row.getLong(0), () -> "count"));
        });
    }

    /** Whether there is a row. */
    public final Future<Boolean> aexists() {
        return attempt(() -> {
            if (query.isEmpty()) {
                return Future.succeededFuture(false);
            }
            return session.query(Statements.exists(query), RowCollectors.one(row -> row.getBoolean(0), () -> "answer"));
        });
    }

    /** Whether this row, known by its key, is among them. */
    public final Future<Boolean> acontains(M model) {
        return attempt(() -> keyed(mapping.keyOf(model)).aexists());
    }

    /** The rows with one of these values, by value. Values that no row has are left out. */
    public final <K> Future<Map<K, M>> ainBulk(Function<F, ? extends Expression<K>> unique, Collection<K> values) {
        return attempt(() -> {
            Query found = query.filter(apply(unique).in(values), Scopes.level());
            if (found.isEmpty()) {
                return Future.succeededFuture(Map.of());
            }
            Query.Value key = new Query.Value(apply(unique).node(), Scopes.level());
            var type = apply(unique).type();
            Batch batch = new Batch(session, found.fetchMode());
            Function<Row, M> decoder = Fetch.decoder(mapping, found, batch);
            int position = Fetch.width(found);
            return session.query(
                            Statements.selectWith(found, key, type.readCast()),
                            RowCollectors.list(
                                    row -> Map.entry(requireNonNull(type.decode(row, position)), decoder.apply(row))))
                    .compose(entries -> Fetch.prefetch(batch, found).map(entries))
                    .map(entries -> {
                        Map<K, M> byValue = new LinkedHashMap<>();
                        for (Map.Entry<K, M> entry : entries) {
                            if (byValue.put(entry.getKey(), entry.getValue()) != null) {
                                throw new IllegalArgumentException("Several rows of " + mapping.modelName()
                                        + " share the value " + entry.getKey() + ": ainBulk needs a unique field");
                            }
                        }
                        return byValue;
                    });
        });
    }

    /** A page, by its number. Costs more the further it lies in the list; where pages follow each other, {@link #akeyPage} does not. */
    public final Future<Page<M>> apage(PageRequest page) {
        return attempt(() -> {
            // One row more than wanted tells whether there is another page.
            Future<List<M>> rows = with(query.slice(page.offset(), page.offset() + page.size() + 1))
                    .alist();
            Future<@Nullable Long> total = page.total() ? acount().map(count -> count) : Future.succeededFuture(null);
            return Future.all(rows, total).map(both -> {
                List<M> items = rows.result();
                boolean more = items.size() > page.size();
                return new Page<>(
                        more ? items.subList(0, page.size()) : items, page.number(), page.size(), more, total.result());
            });
        });
    }

    /**
     * The first rows, or those after a page whose {@code next} this is. The order, to which the key is added where it leaves rows equal,
     * has to be of the model's own columns.
     */
    public final Future<KeyPage<M>> akeyPage(@Nullable String after, int size) {
        return attempt(() -> {
            PageRequest.of(1, size);
            Query sorted = KeyPages.total(query, mapping.key());
            Query rest = after == null ? sorted : KeyPages.after(sorted, after);
            Future<List<M>> rows = with(rest.slice(0, size + 1L))
                    .alist()
                    .recover(e -> Future.failedFuture(
                            e instanceof RejectedValue && after != null ? KeyPages.notACursor(after, e) : e));
            return rows.map(items -> {
                if (items.size() <= size) {
                    return new KeyPage<>(items, null);
                }
                List<M> shown = items.subList(0, size);
                return new KeyPage<>(shown, KeyPages.cursor(mapping, sorted, shown.get(size - 1)));
            });
        });
    }

    /**
     * Rows of this model that a SELECT of the caller's own finds: it has to return all of the model's columns, by their names, in any order,
     * and may return others. Values go where the {@code ?} are, and never into the text: see {@code Functions.raw}. What the query set says
     * so far does not count.
     */
    public final RawRows<M> raw(String select, Expression<?>... between) {
        Sql sql = Statements.selectRaw(Functions.raw(select, between).node(), mapping);
        return new RawRows<>(session, sql, () -> {
            Batch batch = batch();
            return row -> mapping.made(row, 0, batch);
        });
    }

    /** With these fields and the key only. */
    @SafeVarargs
    public final Partials<M, F> only(Function<F, ? extends Column<?>>... fields) {
        List<ColumnDef<?>> wanted = columns(fields);
        return new Partials<>(
                session,
                mapping,
                query,
                mapping.columns().stream()
                        .filter(column -> column.isKey() || wanted.contains(column))
                        .toList());
    }

    /** Without these fields; the key stays. */
    @SafeVarargs
    public final Partials<M, F> defer(Function<F, ? extends Column<?>>... fields) {
        List<ColumnDef<?>> unwanted = columns(fields);
        return new Partials<>(
                session,
                mapping,
                query,
                mapping.columns().stream()
                        .filter(column -> column.isKey() || !unwanted.contains(column))
                        .toList());
    }

    /** Hands the rows to {@code each} one by one, waiting for its futures, in memory that does not grow. Returns their number. */
    public final Future<Long> astream(Function<M, Future<?>> each) {
        return astream(Streaming.FETCH_SIZE, each);
    }

    /** The same, fetching so many rows at a time. */
    public final Future<Long> astream(int fetchSize, Function<M, Future<?>> each) {
        if (query.isEmpty()) {
            return Future.succeededFuture(0L);
        }
        return attempt(() -> session.stream(Statements.select(query), fetchSize, streamDecoder(fetchSize), each));
    }

    /** The rows as a stream to be piped, for instance into a response. Close it if you do not read it to its end. */
    public final Session.Rows<M> rows() {
        return session.stream(Statements.select(query), Streaming.FETCH_SIZE, streamDecoder(Streaming.FETCH_SIZE));
    }

    /**
     * How PostgreSQL would run {@link #alist()}. Where that prefetches, all its statements are run to know the keys, and each is
     * explained.
     */
    public final Future<String> aexplain(Explain... options) {
        if (query.prefetches().isEmpty()) {
            return explain(Statements.select(query), options);
        }
        Query read = query.unlocked();
        List<Sql> sent = new ArrayList<>();
        Batch batch = new Batch(session, read.fetchMode(), sent);
        return batch.query(Statements.select(read), RowCollectors.list(Fetch.decoder(mapping, read, batch)))
                .compose(rows -> Fetch.prefetch(batch, read))
                .compose(done -> Future.all(
                        sent.stream().map(sql -> explain(sql, options)).toList()))
                .map(plans -> String.join("\n\n", plans.<String>list()));
    }

    private Future<String> explain(Sql sql, Explain... options) {
        return session.query(Explain.of(sql, options), RowCollectors.list(row -> row.getString(0)))
                .map(lines -> String.join("\n", lines));
    }

    /** The same row, read again: the same object with new values where its fields can change, otherwise another one. */
    public final Future<M> arefresh(M model) {
        return attempt(() -> {
            Mapping<M, ?, ?> own = mapping.of(model);
            Sql sql = Sql.read(own.sql().select(), encodeKey(own.keyOf(model)));
            return session.query(sql, new OneRow.Only<M>() {
                @Override
                M decode(Row row) {
                    Batch batch = batch();
                    return batch.made(own.read(model, row, 0, batch));
                }

                @Override
                String asked() {
                    return described();
                }
            });
        });
    }

    // ---- writing rows

    /** Creates a row from what the lambda sets; all else takes its default. Returns the row as the database has it. */
    public final Future<M> acreate(UnaryOperator<D> values) {
        return attempt(() -> {
            D draft = values.apply(mapping.draft());
            return insert(draft.finish(), draft);
        });
    }

    /** Creates a row from an object. Returns it with what the database decided: the same object where its fields can change. */
    public final Future<M> acreate(M model) {
        return attempt(() -> insert(model, null));
    }

    @SuppressWarnings("unchecked") // only of(Many<M>) says whose rows these are
    private Future<M> insert(M model, @Nullable D draft) {
        if (query.owner() != null) {
            return ((Many<M>) query.owner()).acreate(model);
        }
        Mapping<M, ?, ?> own = mapping.of(model);
        return Inserts.one(session, own, model, own.leftOut(model, draft));
    }

    /** Runs a statement about one row; if there is no such row, what comes back is what {@code missing} comes to. */
    private Future<M> write(M model, Sql sql, Supplier<Future<M>> missing) {
        Mapping<M, ?, ?> own = mapping.of(model);
        if (own.returned().isEmpty()) {
            return session.change(sql, RowCollectors.constant(own.attached(model, batch())), missing);
        }
        return session.change(sql, Writes.refreshed(session, query.fetchMode(), own, model), missing);
    }

    /**
     * Saves an object: changes the row with its key, or creates the row if there is none. Fails with {@code StaleObjectException} if the
     * model has a version and somebody else has saved the row since.
     */
    public final Future<M> asave(M model) {
        return attempt(() -> {
            if (!mapping.hasKey(model)) {
                return insert(model, null);
            }
            if (mapping.parent() != null) {
                return session.atomic(tx -> Inheritance.save(tx, query.fetchMode(), mapping, model)
                        .compose(saved -> saved == null
                                ? with(tx, query).insertUnlessStale(model)
                                : Future.succeededFuture(saved)));
            }
            Mapping<M, ?, ?> own = mapping.of(model);
            return write(model, Writes.update(own, model, own.present(session)), () -> insertUnlessStale(model));
        });
    }

    /** Whatever a missing row comes to. Called on another query set of the same class, for one inside a transaction. */
    final Future<M> insertUnlessStale(M model) {
        return mapping.isVersioned() ? stale(model) : insert(model, null);
    }

    /**
     * Saves only these fields, {@code @AutoNow} fields and the version. Fails with {@code NotFoundException} if there is no such row, and
     * with {@code StaleObjectException} if somebody else has saved it since.
     */
    @SafeVarargs
    public final Future<M> asave(M model, Function<F, ? extends Column<?>>... fields) {
        return attempt(() -> saveFields(model, columns(fields), () -> missing(model)));
    }

    /**
     * Changes an object by a lambda and saves what it sets, {@code @AutoNow} fields and the version. Returns the object as it is then: the
     * same where its fields can change. Fails with {@code NotFoundException} if there is no such row, and with {@code StaleObjectException}
     * if somebody else has saved it since.
     */
    public final Future<M> aupdate(M model, UnaryOperator<D> changes) {
        return attempt(() -> {
            D draft = draft(model, changes);
            return saveFields(draft.finish(), set(draft), () -> missing(model));
        });
    }

    private Future<M> saveFields(M model, List<ColumnDef<?>> fields, Supplier<Future<M>> missing) {
        if (mapping.parent() == null) {
            Mapping<M, ?, ?> own = mapping.of(model);
            return write(model, Writes.update(own, model, own.own(fields), own.present(session)), missing);
        }
        return session.atomic(tx -> Inheritance.save(tx, query.fetchMode(), mapping, model, fields)
                .compose(saved -> saved == null ? missing.get() : Future.succeededFuture(saved)));
    }

    private Future<M> missing(M model) {
        return mapping.isVersioned()
                ? stale(model)
                : Future.failedFuture(new NotFoundException("No " + mapping.modelName() + " has the key "
                        + mapping.wholeKeyOf(model) + ", so its fields cannot be saved"));
    }

    @SafeVarargs
    private List<ColumnDef<?>> columns(Function<F, ? extends Column<?>>... fields) {
        List<ColumnDef<?>> columns = new ArrayList<>(fields.length);
        for (Function<F, ? extends Column<?>> field : fields) {
            columns.add(apply(field).own());
        }
        return columns;
    }

    private Future<M> stale(M model) {
        return Future.failedFuture(new StaleObjectException(mapping.modelName() + " " + mapping.wholeKeyOf(model)
                + " was saved or deleted by somebody else since it was read"));
    }

    /**
     * Deletes the row with the object's key, and does with the rows that point to it what their references say. Returns how many rows of
     * which models went. Fails with {@code ProtectedException} if a reference forbids it.
     */
    public final Future<Deleted> adelete(M model) {
        return attempt(() -> {
            Mapping<M, ?, ?> own = mapping.of(model);
            if (!References.isLeaf(mapping)) {
                // The key may be that of a row of another model in the same table.
                return own.kind() == null
                        ? Deletion.of(session, mapping.proxied(), List.of(mapping.wholeKeyOf(model)))
                        : session.atomic(tx -> keys(tx, own.all().filter(own.keyIs(own.keyOf(model)), Scopes.level()))
                                .compose(keys -> Deletion.of(tx, mapping.proxied(), keys)));
            }
            return session.execute(Writes.delete(mapping.of(model), model)).map(this::deleted);
        });
    }

    /**
     * Deletes all rows, and does with the rows that point to them what their references say. Returns how many rows of which models went.
     * Fails with {@code ProtectedException} if a reference forbids it, and for a slice.
     */
    public final Future<Deleted> adelete() {
        return attempt(() -> {
            Writes.refuseSliced(query, "adelete");
            if (query.isEmpty()) {
                return Future.succeededFuture(Deleted.NONE);
            }
            if (References.isLeaf(mapping)) {
                return session.execute(Statements.delete(query)).map(this::deleted);
            }
            return session.atomic(tx -> keys(tx, query).compose(keys -> Deletion.of(tx, mapping.proxied(), keys)));
        });
    }

    private Deleted deleted(long count) {
        return Deleted.of(mapping.proxied().modelName(), count);
    }

    private Future<List<Object>> keys(Session session, Query of) {
        return session.query(
                Statements.selectColumns(of.unordered().unrelated(), mapping.key()),
                RowCollectors.list(row -> KeyColumns.of(mapping).read(row, 0)));
    }

    /**
     * Sets columns of all rows in one statement, and with them {@code @AutoNow} fields and the version, unless they are among those columns.
     * Returns how many rows there were. Fails for a slice.
     */
    @SafeVarargs
    public final Future<Long> aupdate(Function<F, Assignment>... assignments) {
        return attempt(() -> {
            Writes.refuseSliced(query, "aupdate");
            List<Assignment> list = assignments(assignments);
            if (query.isEmpty() || list.isEmpty()) {
                return Future.succeededFuture(0L);
            }
            int level = Scopes.level();
            return mapping.parent() == null
                    ? session.execute(Statements.update(query, list, level, false))
                    : session.atomic(
                            tx -> keys(tx, query).compose(keys -> Inheritance.update(tx, mapping, keys, list, level)));
        });
    }

    /**
     * Sets columns of all rows in one statement and returns the rows as they are then, in no order, without the rows that selectRelated
     * asks for. Fails for a slice.
     */
    @SafeVarargs
    public final Future<List<M>> aupdateReturning(Function<F, Assignment>... assignments) {
        return attempt(() -> {
            Writes.refuseSliced(query, "aupdateReturning");
            List<Assignment> list = assignments(assignments);
            if (query.isEmpty()) {
                return Future.succeededFuture(List.of());
            }
            if (list.isEmpty()) {
                return alist();
            }
            int level = Scopes.level();
            if (mapping.parent() != null) {
                return session.atomic(
                        tx -> keys(tx, query).compose(keys -> Inheritance.update(tx, mapping, keys, list, level)
                                .compose(count -> with(tx, Inheritance.withKeys(mapping, mapping, keys, level))
                                        .alist())));
            }
            Batch batch = batch();
            return session.query(
                            Statements.update(query, list, Scopes.level(), true),
                            RowCollectors.list(row -> mapping.made(row, 0, batch)))
                    .compose(rows -> Fetch.prefetch(batch, query).map(rows));
        });
    }

    @SafeVarargs
    private List<Assignment> assignments(Function<F, Assignment>... assignments) {
        List<Assignment> list = new ArrayList<>(assignments.length);
        for (Function<F, Assignment> assignment : assignments) {
            Assignment next = apply(assignment);
            add(next, list);
            next.more().forEach(more -> add(more, list));
        }
        Marks marks = mapping.marks();
        return list.isEmpty() || marks.isEmpty() ? list : marks.with(list, mapping, Scopes.level(), session.clock());
    }

    private void add(Assignment next, List<Assignment> list) {
        for (Assignment before : list) {
            if (before.column() == next.column()) {
                throw new IllegalArgumentException(
                        mapping.modelName() + "." + next.column().field() + " is set twice in one update");
            }
        }
        list.add(next);
    }

    /**
     * The only row for which this holds, or a new one. Under a race for a unique value one caller creates the row and the others get it;
     * without a unique constraint there is nothing to tell them, and there may be several.
     */
    public final Future<GetOrCreated<M>> agetOrCreate(Function<F, Condition> condition, UnaryOperator<D> values) {
        return attempt(() -> Races.getOrCreate(
                session, s -> filter(condition).using(s), s -> all().using(s).acreate(values)));
    }

    /**
     * Changes the only row for which this holds, or creates one, from the same lambda. The row is locked in between, so that a change
     * made by others at the same time is not lost.
     */
    public final Future<GetOrCreated<M>> aupdateOrCreate(Function<F, Condition> condition, UnaryOperator<D> values) {
        return aupdateOrCreate(condition, values, values);
    }

    /** The same, with another lambda for a new row than for one that is there. */
    public final Future<GetOrCreated<M>> aupdateOrCreate(
            Function<F, Condition> condition, UnaryOperator<D> changes, UnaryOperator<D> values) {
        return attempt(() -> Races.updateOrCreate(
                session,
                s -> filter(condition).using(s),
                (s, model) -> all().using(s).change(model, changes),
                s -> all().using(s).acreate(values)));
    }

    /** Saves what a lambda changes of a row. */
    final Future<M> change(M model, UnaryOperator<D> changes) {
        D draft = draft(model, changes);
        return saveFields(
                draft.finish(), set(draft), () -> Future.failedFuture(new NotFoundException("No " + described())));
    }

    private D draft(M model, UnaryOperator<D> changes) {
        @Nullable Object[] key = mapping.keyOf(model);
        D draft = changes.apply(mapping.draft(model));
        if (!Arrays.equals(key, mapping.keyOf(draft.finish()))) {
            throw new IllegalArgumentException(
                    "The key of a " + mapping.modelName() + " cannot be changed: another key is another row");
        }
        return draft;
    }

    private List<ColumnDef<?>> set(D draft) {
        return mapping.columns().stream()
                .filter(column -> draft.isSet(column) && !column.isKey())
                .toList();
    }

    /** Creates rows, in one statement for all that leave the same columns to the database. Returns them as {@link #acreate} does. */
    public final Future<List<M>> abulkCreate(Collection<M> models) {
        return attempt(() -> Kinds.rows(session, mapping, List.copyOf(models), Bulk::create));
    }

    /** Creates those rows that conflict with no row that is there, nor with each other. Returns how many were created. */
    public final Future<Long> abulkCreateIgnoring(Collection<M> models) {
        return attempt(() -> Kinds.count(session, mapping, List.copyOf(models), Bulk::createIgnoring));
    }

    /**
     * Creates rows, or where one with the same values in the {@code unique} fields is there, sets its {@code update} fields from the new
     * one. Fails if two of the rows are for the same one. Returns how many were created or changed.
     */
    public final Future<Long> abulkCreateOrUpdate(
            Collection<M> models, Function<F, List<Column<?>>> unique, Function<F, List<Column<?>>> update) {
        return attempt(() -> {
            List<ColumnDef<?>> keys = defs(apply(unique));
            List<ColumnDef<?>> set = defs(apply(update));
            return Kinds.count(
                    session,
                    mapping,
                    List.copyOf(models),
                    (where, own, rows) -> Bulk.createOrUpdate(where, own, rows, own.own(keys), own.own(set)));
        });
    }

    private static List<ColumnDef<?>> defs(List<Column<?>> columns) {
        List<ColumnDef<?>> defs = new ArrayList<>(columns.size());
        for (Column<?> column : columns) {
            defs.add(column.own());
        }
        return defs;
    }

    /**
     * Writes these fields of many rows, found by their keys, in one statement, and with them {@code @AutoNow} fields and the version. Returns
     * how many there were. Of a model with a version none is written if somebody else has saved one of them since: it fails with
     * {@code StaleObjectException}; and the objects have their new versions afterwards, where their fields can change.
     */
    @SafeVarargs
    public final Future<Long> abulkUpdate(Collection<M> models, Function<F, ? extends Column<?>>... fields) {
        return attempt(() -> {
            List<ColumnDef<?>> set = columns(fields);
            return Kinds.count(
                    session,
                    mapping,
                    List.copyOf(models),
                    (where, own, rows) -> Bulk.update(where, own, rows, own.own(set)));
        });
    }

    // ---- for generated code and for this package

    final Mapping<M, F, D> mapping() {
        return mapping;
    }

    /** Where statements go. */
    protected final Session session() {
        return session;
    }

    /** What is asked. */
    protected final Query query() {
        return query;
    }

    /** A batch for rows of this query set. */
    private Batch batch() {
        return new Batch(session, query.fetchMode());
    }

    private Function<Row, M> streamDecoder(int rowsInBatch) {
        return Fetch.streamDecoder(mapping, query, session, query.fetchMode(), rowsInBatch);
    }

    /** Whatever a user's lambda throws becomes the failure of the future. */
    private static <R> Future<R> attempt(Supplier<Future<R>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** The SQL that {@link #alist()} sends, with {@code $1}, {@code $2}, … for the values: all its statements, where it prefetches. */
    @Override
    public final String toString() {
        String first = Statements.select(query).text();
        if (query.prefetches().isEmpty()) {
            return first;
        }
        StringBuilder all = new StringBuilder(first);
        Fetch.describe(query, all);
        return all.toString();
    }
}
