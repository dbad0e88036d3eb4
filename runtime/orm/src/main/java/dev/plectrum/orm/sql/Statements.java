package dev.plectrum.orm.sql;

import dev.plectrum.orm.plan.Plan;
import dev.plectrum.orm.query.Assignment;
import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Nested;
import dev.plectrum.orm.query.Node;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.SqlWriter;
import dev.plectrum.orm.query.Table;
import dev.plectrum.orm.query.ValueNode;
import dev.plectrum.orm.type.DbType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Queries as statements, each written in one walk. */
public final class Statements {
    private Statements() {}

    /** {@code SELECT} of all columns of the model, in the order in which rows are decoded. */
    public static Sql select(Query query) {
        return finish(query, out -> new Clauses(query, out).select(null));
    }

    /** {@code SELECT} of one value only, cast so that it can be decoded. */
    public static Sql selectValue(Query query, Query.Value value, String readCast) {
        return finish(query, out -> new Clauses(query, List.of(value), out).select(List.of(readable(value, readCast))));
    }

    /** {@code SELECT} of all columns of the model, and one value after them. */
    public static Sql selectWith(Query query, Query.Value value, String readCast) {
        return finish(
                query, out -> new Clauses(query, List.of(value), out).selectWith(List.of(readable(value, readCast))));
    }

    /**
     * {@code SELECT} of the rows that belong to some owners, each with its owner after its columns. A slice is one of each owner's rows.
     *
     * @param readCasts what follows each column of the owner in the select list; none, where a row's own columns tell its owner
     */
    public static Sql selectOfOwners(Query query, Condition belongs, List<Query.Value> owner, List<String> readCasts) {
        int level = owner.get(0).level();
        List<Query.Value> readable = new ArrayList<>(owner.size());
        for (int i = 0; i < readCasts.size(); i++) {
            readable.add(readable(owner.get(i), readCasts.get(i)));
        }
        if (!query.isSliced()) {
            Query owned = query.filter(belongs, level);
            return finish(owned, out -> new Clauses(owned, owner, out).selectWith(readable));
        }
        if (query.isDistinct() || !query.distinctOn().isEmpty()) {
            throw new IllegalStateException(
                    "prefetchRelated with a slice of distinct rows: each row's slice is counted before"
                            + " equal rows could be left out. Leave out distinct(), or the slice");
        }
        Query owned = query.unsliced().filter(belongs, level);
        return finish(owned, out -> new Clauses(owned, owner, out).selectNumbered(readable, owner, query));
    }

    private static Query.Value readable(Query.Value value, String readCast) {
        return readCast.isEmpty() ? value : new Query.Value(new ValueNode.Cast(value.node(), readCast), value.level());
    }

    /** {@code SELECT} of these columns of the model only. */
    public static Sql selectColumns(Query query, List<ColumnDef<?>> columns) {
        return finish(query, out -> new Clauses(query, out).selectColumns(columns));
    }

    /** {@code SELECT} of a model's columns, found by their names, from a SELECT in parentheses. */
    public static Sql selectRaw(Node select, Table table) {
        return raw(out -> {
            out.append("SELECT ").append(table.selectList("t0")).append("\nFROM ");
            select.write(out);
            out.append(" t0");
            Kind kind = table.kind();
            if (kind != null) {
                out.append("\nWHERE t0.").append(kind.is());
            }
        });
    }

    /** {@code SELECT} of columns of these types, by their position, from a SELECT in parentheses. */
    public static Sql selectRaw(Node select, List<DbType<?>> types) {
        return raw(out -> {
            out.append("SELECT ");
            for (int i = 0; i < types.size(); i++) {
                out.append(i > 0 ? ", c" : "c")
                        .appendNumber(i + 1)
                        .append(types.get(i).readCast());
            }
            out.append("\nFROM ");
            select.write(out);
            out.append(" t0(");
            for (int i = 0; i < types.size(); i++) {
                out.append(i > 0 ? ", c" : "c").appendNumber(i + 1);
            }
            out.append(')');
        });
    }

    private static Sql raw(Consumer<SqlWriter> body) {
        SqlWriter out = writer();
        body.accept(out);
        return Sql.read(out.text(), out.binds());
    }

    private static SqlWriter writer() {
        return new SqlWriter((writer, nested, values) -> new Clauses(nested, values, writer).nested(values));
    }

    /** {@code SELECT count(*)} of the query's rows. */
    public static Sql count(Query query) {
        Query counted = query.unrelated().unlocked();
        return finish(counted, out -> count(counted, out));
    }

    private static void count(Query query, SqlWriter out) {
        if (query.isSliced() || query.isDistinct() || !query.distinctOn().isEmpty()) {
            // DISTINCT ON needs its order to choose rows by; for anything else sorting what is counted is waste.
            Query inner = query.distinctOn().isEmpty() && !query.isSliced() ? query.unordered() : query;
            out.append("SELECT count(*)\nFROM (");
            new Clauses(inner, out).select(query.isDistinct() ? null : List.of());
            out.append(") counted");
        } else {
            Clauses clauses = new Clauses(query.unordered(), out);
            out.append("SELECT count(*)");
            clauses.fromWhere();
        }
    }

    /** {@code SELECT EXISTS (…)}: one row that says whether the query has any. */
    public static Sql exists(Query query) {
        Query asked = query.unlocked();
        return finish(asked, out -> {
            out.append("SELECT EXISTS (");
            new Nested(asked, List.of()).write(out);
            out.append(')');
        });
    }

    /** {@code UPDATE} of the query's rows. */
    public static Sql update(Query all, List<Assignment> assignments, int level, boolean returning) {
        refuseRelations(assignments, level);
        Query query = withoutJoins(all);
        return finish(query, Sql.Access.WRITE, out -> {
            Clauses clauses = new Clauses(query, out);
            set(clauses, query.table(), assignments, level, out);
            if (returning) {
                out.append("\nRETURNING ").append(query.table().selectList(clauses.plan.root()));
            }
        });
    }

    /**
     * {@code UPDATE} of one of the tables that the query's rows are in. The query's conditions and the values speak of columns of that
     * table only.
     */
    public static Sql updateIn(Table table, Query query, List<Assignment> assignments, int level) {
        for (Assignment assignment : assignments) {
            assignment.value().columns(column -> {
                boolean here = table.columns().stream()
                        .anyMatch(own -> own.sqlName().equals(column.def().sqlName()) && !own.isInherited());
                if (!here && column.path().level() == level) {
                    throw new IllegalArgumentException(assignment.column() + " cannot be set from " + column
                            + ": the two are columns of different tables. Use a subquery:"
                            + " otherRows.filter(…).values(…).scalar()");
                }
            });
        }
        return finish(query, Sql.Access.WRITE, out -> {
            Clauses clauses = new Clauses(query, out);
            set(clauses, table, assignments, level, out);
        });
    }

    private static void set(Clauses clauses, Table table, List<Assignment> assignments, int level, SqlWriter out) {
        out.append("UPDATE ").append(table.sqlName()).append(' ').append(clauses.plan.root());
        out.append("\nSET ");
        SqlWriter.Scope before = out.enter(level, clauses.plan.rest());
        for (int i = 0; i < assignments.size(); i++) {
            if (i > 0) {
                out.append(", ");
            }
            Assignment assignment = assignments.get(i);
            out.append(assignment.column().sqlName()).append(" = ");
            assignment.value().write(out);
        }
        out.leave(level, before);
        clauses.where();
    }

    private static void refuseRelations(List<Assignment> assignments, int level) {
        for (Assignment assignment : assignments) {
            assignment.value().columns(column -> {
                if (column.trimmed().path() instanceof Path.Step step && step.level() == level) {
                    throw new IllegalArgumentException(assignment.column() + " cannot be set from " + column
                            + " of a related row: UPDATE sees only the row's own columns. Use a subquery: "
                            + "otherRows.filter(…).values(…).scalar()");
                }
            });
        }
    }

    /** The same rows by their keys, where finding them takes joins: UPDATE and DELETE have none. */
    private static Query withoutJoins(Query all) {
        Query query = all.unordered().unrelated();
        boolean inOneTable = query.table().from().equals(query.table().sqlName());
        try {
            if (inOneTable && !Plan.followsRelations(query)) {
                return query;
            }
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        }
        Path row = new Path.Root(query.table(), 0);
        List<ColumnNode> key = query.table().key().stream()
                .map(column -> new ColumnNode(row, column))
                .toList();
        List<Query.Value> values =
                key.stream().map(column -> new Query.Value(column, 0)).toList();
        return Query.of(query.table())
                .filter(Condition.In.keys(key, new Nested(query.unlocked(), values)), 0)
                .unordered();
    }

    /** {@code DELETE} of the query's rows. */
    public static Sql delete(Query all) {
        Query query = withoutJoins(all);
        return finish(query, Sql.Access.WRITE, out -> {
            Clauses clauses = new Clauses(query, out);
            out.append("DELETE FROM ")
                    .append(query.table().sqlName())
                    .append(' ')
                    .append(clauses.plan.root());
            clauses.where();
        });
    }

    private static Sql finish(Query query, Consumer<SqlWriter> body) {
        return finish(query, query.lock() == null ? Sql.Access.READ : Sql.Access.LOCK, body);
    }

    private static Sql finish(Query query, Sql.Access access, Consumer<SqlWriter> body) {
        SqlWriter out = writer();
        if (!query.hints().isEmpty()) {
            // In one comment: pg_hint_plan reads no second one.
            out.append("/*+");
            for (String hint : query.hints()) {
                out.append(' ').append(hint);
            }
            out.append(" */ ");
        }
        try {
            body.accept(out);
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        }
        Sql sql =
                switch (access) {
                    case READ -> Sql.read(out.text(), out.binds());
                    case LOCK -> Sql.lock(out.text(), out.binds());
                    case WRITE, SCRIPT -> Sql.write(out.text(), out.binds());
                };
        if (query.timeout() != null || !query.settings().isEmpty()) {
            return sql.with(new Sql.Options(query.timeout(), query.settings()));
        }
        return sql;
    }

    private static IllegalArgumentException tooDeep(StackOverflowError cause) {
        return new IllegalArgumentException(
                "The query's conditions or values are nested too deeply to be written: thousands of not() or xor() around"
                        + " each other, or of operations. For one of many values ask in(list)",
                cause);
    }

    /** One query being written, clause by clause. */
    private static final class Clauses {
        private final Query query;
        private final SqlWriter out;
        private final Plan plan;

        Clauses(Query query, SqlWriter out) {
            this(query, List.of(), out);
        }

        Clauses(Query query, @Nullable List<Query.Value> values, SqlWriter out) {
            this.query = query;
            this.out = out;
            this.plan = Plan.of(query, values == null ? List.of() : values, out);
        }

        /** The whole statement; null values are all columns of the model, an empty list is {@code 1}. */
        void select(@Nullable List<Query.Value> values) {
            selectWord();
            if (values == null) {
                columns();
            } else if (values.isEmpty()) {
                out.append('1');
            } else {
                values(values);
            }
            rest(values == null);
        }

        /** As part of another statement, which expects these values and no sort keys beside them. */
        void nested(List<Query.Value> values) {
            if (query.isDistinct() && values.isEmpty()) {
                // Which rows a slice has depends on which are distinct, and rows are not distinct by a constant.
                select(null);
            } else if (values.isEmpty() || !sortsByMoreThanItSelects()) {
                select(values);
            } else {
                nestedDistinct(values);
            }
        }

        private boolean sortsByMoreThanItSelects() {
            return (query.isDistinct() || !query.distinctOn().isEmpty())
                    && query.order().stream().anyMatch(key -> isSelectedForSorting(key, false));
        }

        private void nestedDistinct(List<Query.Value> values) {
            out.append("SELECT ");
            for (int i = 0; i < values.size(); i++) {
                out.append(i > 0 ? ", value_" : "value_").appendNumber(i + 1);
            }
            out.append("\nFROM (");
            selectWord();
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    out.append(", ");
                }
                at(values.get(i).level(), values.get(i).node());
                out.append(" AS value_").appendNumber(i + 1);
            }
            rest(false);
            out.append(") sorted");
        }

        void selectWith(List<Query.Value> more) {
            selectWord();
            columns();
            furtherValues(more);
            rest(true);
        }

        void selectColumns(List<ColumnDef<?>> columns) {
            selectWord();
            for (int i = 0; i < columns.size(); i++) {
                ColumnDef<?> column = columns.get(i);
                out.append(i > 0 ? ", " : "")
                        .append(plan.root())
                        .append('.')
                        .append(column.sqlName())
                        .append(column.type().readCast());
            }
            rest(columns.size() == query.table().columns().size());
        }

        /** Numbers the rows of each owner in their order, and keeps those whose number lies in the slice. */
        void selectNumbered(List<Query.Value> readable, List<Query.Value> owner, Query slice) {
            String number = unused("row_number");
            out.append("SELECT numbered.*\nFROM (SELECT ");
            columns();
            furtherValues(readable);
            out.append(", row_number() OVER (PARTITION BY ");
            values(owner);
            orderBy(true);
            out.append(") AS ").append(number);
            fromWhere();
            out.append(") numbered\nWHERE ").append(number).append(" > ").bind(slice.offset(), "::int8");
            if (slice.limit() >= 0) {
                long last = Long.MAX_VALUE - slice.offset() < slice.limit()
                        ? Long.MAX_VALUE
                        : slice.offset() + slice.limit();
                out.append(" AND ").append(number).append(" <= ").bind(last, "::int8");
            }
            out.append("\nORDER BY ").append(number);
        }

        /** This name for something that is computed, or one like it that no column has which is selected beside it. */
        private String unused(String name) {
            boolean used =
                    has(query.table(), name) || query.related().stream().anyMatch(step -> has(step.table(), name));
            return used ? unused(name + "_") : name;
        }

        private static boolean has(Table table, String name) {
            return table.columns().stream().anyMatch(column -> column.column().equals(name));
        }

        private void furtherValues(List<Query.Value> more) {
            if (!more.isEmpty()) {
                out.append(", ");
                values(more);
            }
        }

        private void columns() {
            out.append(query.table().selectList(plan.root()));
            for (Path.Step step : query.related()) {
                out.append(", ").append(step.table().selectList(plan.rest().alias(step)));
            }
        }

        private void selectWord() {
            out.append("SELECT ");
            if (query.isDistinct()) {
                out.append("DISTINCT ");
            } else if (!query.distinctOn().isEmpty()) {
                out.append("DISTINCT ON (");
                List<Query.Value> on = query.distinctOn();
                for (int i = 0; i < on.size(); i++) {
                    out.append(i > 0 ? ", " : "");
                    int key = sortKey(on.get(i));
                    if (key < 0) {
                        at(on.get(i).level(), on.get(i).node());
                    } else {
                        out.append(sortName(key));
                    }
                }
                out.append(") ");
            }
        }

        /** Which sort key this value is, if it is one that is computed; otherwise -1. */
        private int sortKey(Query.Value value) {
            List<Query.Sort> keys = query.order();
            for (int i = 0; i < keys.size(); i++) {
                if (isComputedFor(keys.get(i), value)) {
                    return i;
                }
            }
            return -1;
        }

        private static boolean isComputedFor(Query.Sort key, Query.Value value) {
            return !(value.node() instanceof ColumnNode)
                    && key.level() == value.level()
                    && key.order().node().equals(value.node());
        }

        private String sortName(int key) {
            return unused("sort_" + (key + 1));
        }

        private void values(List<Query.Value> values) {
            for (int i = 0; i < values.size(); i++) {
                if (i > 0) {
                    out.append(", ");
                }
                at(values.get(i).level(), values.get(i).node());
            }
        }

        private void rest(boolean wholeRows) {
            sortKeysOfDistinct(wholeRows);
            fromWhere();
            orderBy(wholeRows);
            limit();
            lock();
        }

        /** PostgreSQL sorts distinct rows only by what it selects, and a column that is cast to be read is not the column. */
        private void sortKeysOfDistinct(boolean wholeRows) {
            List<Query.Sort> keys = query.order();
            for (int i = 0; i < keys.size(); i++) {
                Query.Sort key = keys.get(i);
                if (isSelectedForSorting(key, wholeRows)) {
                    out.append(", ");
                    at(key.level(), key.order().node());
                    out.append(" AS ").append(sortName(i));
                }
            }
        }

        /** A computed key of DISTINCT ON, too: with binds of its own the same expression would be another one to PostgreSQL. */
        private boolean isSelectedForSorting(Query.Sort key, boolean wholeRows) {
            if (!query.isDistinct()) {
                List<Query.Value> on = query.distinctOn();
                return !on.isEmpty() && on.stream().anyMatch(value -> isComputedFor(key, value));
            }
            return !(wholeRows
                    && key.order().node() instanceof ColumnNode column
                    && column.path() instanceof Path.Root
                    && column.def().type().readCast().isEmpty());
        }

        void fromWhere() {
            out.append("\nFROM ").append(query.table().from()).append(' ').append(plan.root());
            for (Plan.Join join : plan.joins()) {
                join.write(out);
            }
            where();
        }

        void where() {
            if (query.isEmpty()) {
                out.append("\nWHERE false");
                return;
            }
            List<Plan.Where> conditions = plan.where();
            Kind kind = query.table().kind();
            if (kind != null) {
                out.append("\nWHERE ").append(plan.root()).append('.').append(kind.is());
            }
            for (int i = 0; i < conditions.size(); i++) {
                out.append(i == 0 && kind == null ? "\nWHERE " : " AND ");
                Plan.Where where = conditions.get(i);
                SqlWriter.Scope before = out.enter(where.level(), where.scope());
                if (conditions.size() == 1 && kind == null) {
                    where.condition().write(out);
                } else {
                    out.conjunct(where.condition());
                }
                out.leave(where.level(), before);
            }
        }

        private void orderBy(boolean wholeRows) {
            List<Query.Sort> keys = query.order();
            for (int i = 0; i < keys.size(); i++) {
                out.append(i == 0 ? "\nORDER BY " : ", ");
                Query.Sort key = keys.get(i);
                if (isSelectedForSorting(key, wholeRows)) {
                    // By its name: the same expression with binds of its own would be another one to PostgreSQL.
                    out.append(sortName(i));
                } else {
                    at(key.level(), key.order().node());
                }
                key.order().writeDirection(out);
            }
        }

        private void limit() {
            // The number itself: with a bound LIMIT PostgreSQL plans the statement anew at every execution.
            if (query.limit() >= 0) {
                out.append("\nLIMIT ").appendNumber(query.limit());
            }
            if (query.offset() > 0) {
                out.append("\nOFFSET ").bind(query.offset(), "::int8");
            }
        }

        private void lock() {
            Query.Lock lock = query.lock();
            if (lock != null) {
                out.append('\n')
                        .append(lock.sql().trim())
                        .append(" OF ")
                        .append(plan.root())
                        .append(query.locked().sql());
            }
        }

        private void at(int level, Node node) {
            SqlWriter.Scope before = out.enter(level, plan.rest());
            node.write(out);
            out.leave(level, before);
        }
    }
}
