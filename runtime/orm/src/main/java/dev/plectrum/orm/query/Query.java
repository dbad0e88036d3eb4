package dev.plectrum.orm.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a query set asks for, so far. Immutable: each word added to it returns another one.
 *
 * <p>What a lambda returned is kept with the level of the lambda's row (see {@link Path}), because a query may be begun outside another
 * one's lambda and continued inside it.
 */
public final class Query {
    /** A condition and the level of the row it speaks of. */
    public record Filter(Condition condition, int level) {}

    /** A sort key and the level of the row it speaks of. */
    public record Sort(Order order, int level) {}

    /** A value to select and the level of the row it speaks of. */
    public record Value(Node node, int level) {}

    /**
     * Rows to load after those of the query: along these relations, each a {@link Relation} or a {@link JoinTable}, the last of them as
     * another query says, if there is one.
     */
    public record Prefetch(List<Object> relations, @Nullable Query rows) {
        /** The relations of a path that starts from a query's own row. */
        public static Prefetch of(Path path, @Nullable Query rows) {
            List<Object> relations = new ArrayList<>();
            collect(path, relations);
            if (relations.isEmpty()) {
                throw new IllegalArgumentException("prefetchRelated of the row itself: name one of its relations");
            }
            return new Prefetch(List.copyOf(relations), rows);
        }

        private static void collect(Path path, List<Object> relations) {
            if (path instanceof Path.Step step) {
                collect(step.from(), relations);
                if (!relations.isEmpty()
                        && relations.get(relations.size() - 1) instanceof Relation before
                        && before.target() instanceof JoinTable through) {
                    relations.set(relations.size() - 1, through);
                } else {
                    refuseFiltered(step.relation(), "prefetchRelated");
                    relations.add(step.relation());
                }
            }
        }
    }

    /** How rows are locked when they are read. */
    public enum Lock {
        /** Against everything. */
        UPDATE(" FOR UPDATE"),
        /** Against everything but references to their keys. */
        NO_KEY_UPDATE(" FOR NO KEY UPDATE"),
        /** Against changes, not against other readers that do the same. */
        SHARE(" FOR SHARE"),
        /** Against deletion and changes of their keys, as a reference to them is. */
        KEY_SHARE(" FOR KEY SHARE");

        private final String sql;

        Lock(String sql) {
            this.sql = sql;
        }

        /** The clause. */
        public String sql() {
            return sql;
        }
    }

    /** What happens when a row to be locked is locked already. */
    public enum Locked {
        /** Wait for it. */
        WAIT(""),
        /** Fail at once. */
        NOWAIT(" NOWAIT"),
        /** Leave the row out. */
        SKIP(" SKIP LOCKED");

        private final String sql;

        Locked(String sql) {
            this.sql = sql;
        }

        /** The end of the clause. */
        public String sql() {
            return sql;
        }
    }

    /** PostgreSQL counts milliseconds, in 31 bits, and takes 0 for no limit. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private final Table table;
    private List<Filter> filters = List.of();
    private @Nullable List<Sort> order;
    private boolean reversed;
    private boolean distinct;
    private List<Value> distinctOn = List.of();
    private long limit = -1;
    private long offset;
    private boolean empty;
    private List<Path.Step> related = List.of();
    private List<Prefetch> prefetches = List.of();
    private FetchMode fetchMode = FetchMode.BATCH;
    private @Nullable Object owner;
    private @Nullable Lock lock;
    private Locked locked = Locked.WAIT;
    private @Nullable Duration timeout;
    private Map<String, String> settings = Map.of();
    private List<String> hints = List.of();

    private Query(Table table) {
        this.table = table;
    }

    private Query(Query other) {
        this.table = other.table;
        this.filters = other.filters;
        this.order = other.order;
        this.reversed = other.reversed;
        this.distinct = other.distinct;
        this.distinctOn = other.distinctOn;
        this.limit = other.limit;
        this.offset = other.offset;
        this.empty = other.empty;
        this.related = other.related;
        this.prefetches = other.prefetches;
        this.fetchMode = other.fetchMode;
        this.owner = other.owner;
        this.lock = other.lock;
        this.locked = other.locked;
        this.timeout = other.timeout;
        this.settings = other.settings;
        this.hints = other.hints;
    }

    /** All rows of a table. */
    public static Query of(Table table) {
        return new Query(table);
    }

    /** Only rows for which this holds, too. */
    public Query filter(Condition condition, int level) {
        refuseSliced("filter");
        if (condition == Condition.TRUE) {
            return this;
        }
        Query query = new Query(this);
        query.filters = append(filters, new Filter(condition, level));
        query.empty |= condition == Condition.FALSE;
        return query;
    }

    /** Sorted by these keys and by nothing else; without keys, in no order. */
    public Query orderBy(List<Sort> order) {
        refuseSliced("orderBy");
        Query query = new Query(this);
        query.order = List.copyOf(order);
        query.reversed = false;
        return query;
    }

    /** Sorted by these keys if it is in no order, turned round where that was said. {@code method} is who needs an order. */
    public Query orderedOrBy(List<Sort> keys, String method) {
        if (isOrdered()) {
            return this;
        }
        if (isSliced()) {
            throw new IllegalStateException(method + "() of a slice that is in no order: no row of it is the first."
                    + " Sort before slicing: orderBy(…).slice(…)");
        }
        Query query = new Query(this);
        query.order = List.copyOf(keys);
        return query;
    }

    /** In no order. What only counts or deletes rows does not pay for sorting them. */
    public Query unordered() {
        if (order != null && order.isEmpty()) {
            return this;
        }
        Query query = new Query(this);
        query.order = List.of();
        return query;
    }

    /** In the opposite order. */
    public Query reverse() {
        refuseSliced("reverse");
        Query query = new Query(this);
        query.reversed = !reversed;
        return query;
    }

    /** Without equal values of something else than whole rows: the model's own order, which would tell equal values apart, is dropped. */
    public Query distinctValues() {
        return order == null ? distinct().unordered() : distinct();
    }

    /** Without equal rows. */
    public Query distinct() {
        refuseSliced("distinct");
        Query query = new Query(this);
        query.distinct = true;
        query.distinctOn = List.of();
        return query;
    }

    /** With equal rows as often as they are there. */
    Query repeated() {
        if (!distinct) {
            return this;
        }
        Query query = new Query(this);
        query.distinct = false;
        return query;
    }

    /** Only the first row of those that share these values. */
    public Query distinctOn(List<Value> values) {
        refuseSliced("distinctOn");
        Query query = new Query(this);
        query.distinct = false;
        query.distinctOn = List.copyOf(values);
        return query;
    }

    /** From one row, counted from 0, up to but without another, within what an earlier slice left. A negative end is none. */
    public Query slice(long from, long to) {
        if (from < 0) {
            throw new IllegalArgumentException(
                    "slice from " + from + ": a row's position is not negative. Use reverse() to count from the end");
        }
        if (to >= 0 && to < from) {
            throw new IllegalArgumentException(
                    "slice from " + from + " to " + to + ": the end lies before the beginning");
        }
        Query query = new Query(this);
        // Beyond what a long can count there are no rows either.
        query.offset = Long.MAX_VALUE - offset < from ? Long.MAX_VALUE : offset + from;
        long left = limit < 0 ? -1 : Math.max(0, limit - from);
        long wanted = to < 0 ? -1 : to - from;
        query.limit = left < 0 ? wanted : wanted < 0 ? left : Math.min(left, wanted);
        query.empty |= query.limit == 0;
        return query;
    }

    /** All rows, wherever a slice began and ended. */
    public Query unsliced() {
        Query query = new Query(this);
        query.limit = -1;
        query.offset = 0;
        return query;
    }

    /** No rows, without asking. */
    public Query none() {
        Query query = new Query(this);
        query.empty = true;
        return query;
    }

    /** With the rows at the end of this path in the same statement; all relations of the path lead to one row. */
    public Query related(Path.Step path) {
        Query query = new Query(this);
        query.related = with(related, path);
        return query;
    }

    /** Without related rows. What only counts, finds or changes rows does not pay for those beside them. */
    public Query unrelated() {
        if (related.isEmpty()) {
            return this;
        }
        Query query = new Query(this);
        query.related = List.of();
        return query;
    }

    /** With rows that are loaded after its own. */
    public Query prefetch(Prefetch prefetch) {
        for (Prefetch other : prefetches) {
            if (other.relations().equals(prefetch.relations()) && other.rows() != prefetch.rows()) {
                throw new IllegalArgumentException("The relation "
                        + prefetch.relations().get(prefetch.relations().size() - 1)
                        + " is prefetched twice, by different queries. Put both wishes into one");
            }
        }
        Query query = new Query(this);
        query.prefetches = append(prefetches, prefetch);
        return query;
    }

    private static void refuseFiltered(Relation relation, String method) {
        if (relation.isFiltered()) {
            throw new IllegalArgumentException(method + " of a filtered relation: " + relation
                    + " of the row would hold only some of its rows. Use prefetchRelated with a query set of them");
        }
    }

    /** These steps, and behind them those of the path that are not among them. */
    private static List<Path.Step> with(List<Path.Step> steps, Path.Step path) {
        refuseFiltered(path.relation(), "selectRelated");
        if (path.relation().many()) {
            throw new IllegalArgumentException(
                    path.relation() + " leads to many rows, which one row cannot carry along. Use prefetchRelated");
        }
        List<Path.Step> before = path.from() instanceof Path.Step step ? with(steps, step) : steps;
        return before.contains(path) ? before : append(before, path);
    }

    /** What asking for a relation does that was not loaded. */
    public Query fetchMode(FetchMode mode) {
        Query query = new Query(this);
        query.fetchMode = mode;
        return query;
    }

    /** Whose rows these are, so that rows created here become theirs. */
    public Query ownedBy(Object owner) {
        Query query = new Query(this);
        query.owner = owner;
        return query;
    }

    /** Locks the rows it returns. */
    public Query lock(Lock lock, Locked locked) {
        Query query = new Query(this);
        query.lock = lock;
        query.locked = locked;
        return query;
    }

    /** Without locks: what only counts rows has none to lock. */
    public Query unlocked() {
        if (lock == null) {
            return this;
        }
        Query query = new Query(this);
        query.lock = null;
        query.locked = Locked.WAIT;
        return query;
    }

    /** How long the server may work on it. */
    public Query timeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout " + timeout + ": it has to be longer than nothing");
        }
        Query query = new Query(this);
        query.timeout = timeout.compareTo(SHORTEST) < 0 ? SHORTEST : timeout.compareTo(LONGEST) > 0 ? LONGEST : timeout;
        return query;
    }

    /** With a planner setting for this statement only. */
    public Query setting(String name, String value) {
        Query query = new Query(this);
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put(name, value);
        query.settings = all;
        return query;
    }

    /** With a hint comment at its beginning, as extensions such as pg_hint_plan read it. */
    public Query hint(String hint) {
        if (hint.contains("*/") || hint.contains("/*") || hint.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A hint becomes a comment and cannot contain /* or */: " + hint);
        }
        Query query = new Query(this);
        query.hints = append(hints, hint);
        return query;
    }

    private void refuseSliced(String method) {
        if (limit >= 0 || offset > 0) {
            throw new IllegalStateException(method + "() after slice() would change which rows the slice has. Call "
                    + method + "() first, or filter by the slice's keys");
        }
    }

    private static <E> List<E> append(Collection<E> list, E element) {
        if (list.isEmpty()) {
            return List.of(element);
        }
        List<E> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return longer;
    }

    /** The table it selects from. */
    public Table table() {
        return table;
    }

    /** The conditions, one for each call of {@code filter} or {@code exclude}. */
    public List<Filter> filters() {
        return filters;
    }

    /** The sort keys to use, with the model's own where none were named, and turned round where asked. */
    public List<Sort> order() {
        List<Sort> keys = order == null ? table.ordering() : order;
        if (!reversed) {
            return keys;
        }
        return keys.stream()
                .map(key -> new Sort(key.order().reversed(), key.level()))
                .toList();
    }

    /** Whether rows come in an order at all. */
    public boolean isOrdered() {
        return order == null ? !table.ordering().isEmpty() : !order.isEmpty();
    }

    /** Whether equal rows are left out. */
    public boolean isDistinct() {
        return distinct;
    }

    /** The values of which only the first row is wanted. */
    public List<Value> distinctOn() {
        return distinctOn;
    }

    /** At most so many rows, or -1. */
    public long limit() {
        return limit;
    }

    /** Rows to pass over. */
    public long offset() {
        return offset;
    }

    /** Whether only some of the rows are wanted, by their position. */
    public boolean isSliced() {
        return limit >= 0 || offset > 0;
    }

    /** The related rows that come in the same statement, each after the one it starts from. */
    public List<Path.Step> related() {
        return related;
    }

    /** The rows that are loaded after the query's own. */
    public List<Prefetch> prefetches() {
        return prefetches;
    }

    /** What asking for a relation does that was not loaded. */
    public FetchMode fetchMode() {
        return fetchMode;
    }

    /** Whose rows these are, if that was said. */
    public @Nullable Object owner() {
        return owner;
    }

    /** Whether it is known to have no rows. */
    public boolean isEmpty() {
        return empty;
    }

    /** How rows are locked, if they are. */
    public @Nullable Lock lock() {
        return lock;
    }

    /** What happens to rows that are locked already. */
    public Locked locked() {
        return locked;
    }

    /** How long the server may work on it, if that was said. */
    public @Nullable Duration timeout() {
        return timeout;
    }

    /** Planner settings for this statement. */
    public Map<String, String> settings() {
        return settings;
    }

    /** Hint comments. */
    public List<String> hints() {
        return hints;
    }
}
