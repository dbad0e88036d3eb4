package dev.plectrum.orm.query;

import dev.plectrum.orm.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds for a row or does not.
 *
 * <p>SQL knows a third answer, unknown, wherever a value is missing. A row for which a condition is unknown is not found by it,
 * and {@link #not()} treats unknown as false: the rows found by {@code c} and those found by {@code c.not()} are together all rows.
 */
public abstract sealed class Condition extends Expression<Boolean> implements Node {
    /** Holds for every row. */
    public static final Condition TRUE = new Constant(true);

    /** Holds for no row. A query set with it is empty without asking the database. */
    public static final Condition FALSE = new Constant(false);

    Condition() {
        super(Types.BOOL);
    }

    @Override
    public final Node node() {
        return this;
    }

    /** That a column has this value, which is of the column's type. */
    @SuppressWarnings("unchecked")
    public static Condition equal(ColumnNode column, @Nullable Object value) {
        ColumnDef<Object> def = (ColumnDef<Object>) column.def();
        return new Comparison(
                column, "=", new ValueNode.Bind(def.encode(value), def.type().bindCast()));
    }

    /** That a column has no value. */
    public static Condition missing(ColumnNode column) {
        return new IsNull(column, true);
    }

    /** That a column has a value. */
    public static Condition present(ColumnNode column) {
        return new IsNull(column, false);
    }

    /** That a column has the value that this text stands for. */
    public static Condition equalToText(ColumnNode column, String text) {
        return new Comparison(column, "=", read(column, text));
    }

    /** That a column's value comes after the one that this text stands for, missing values included, in this order. */
    public static Condition sortedAfter(ColumnNode column, @Nullable String text, Order order) {
        boolean nullsLast =
                order.nulls() == Order.Nulls.LAST || (order.nulls() == Order.Nulls.DEFAULT && !order.descending());
        if (text == null) {
            return nullsLast ? FALSE : new IsNull(column, false);
        }
        Condition beyond = new Comparison(column, order.descending() ? "<" : ">", read(column, text));
        return nullsLast && column.nullable() ? beyond.or(new IsNull(column, true)) : beyond;
    }

    private static Node read(ColumnNode column, String text) {
        return new ValueNode.Bind(text, "::text::" + column.def().type().name());
    }

    /** That a column has one of these values, which are of the column's type. */
    @SuppressWarnings("unchecked")
    public static Condition anyOf(ColumnNode column, Collection<?> values) {
        ColumnDef<Object> def = (ColumnDef<Object>) column.def();
        return new Any(
                column, new ValueNode.Bind(def.encodeArray(values), def.type().arrayCast()));
    }

    /** That these columns have one of these keys: of one column its values, of several lists of their values. */
    public static Condition anyKey(List<ColumnNode> columns, Collection<?> keys) {
        return columns.size() == 1
                ? anyOf(columns.get(0), keys)
                : In.keys(columns, new KeyRows(columns, List.copyOf(keys)));
    }

    /** Holds where both hold. */
    public final Condition and(Condition other) {
        if (this == FALSE || other == TRUE) {
            return this;
        }
        if (this == TRUE || other == FALSE) {
            return other;
        }
        return new Junction(true, Junction.flatten(true, this, other));
    }

    /** Holds where either holds. */
    public final Condition or(Condition other) {
        if (this == TRUE || other == FALSE) {
            return this;
        }
        if (this == FALSE || other == TRUE) {
            return other;
        }
        return new Junction(false, Junction.flatten(false, this, other));
    }

    /** Holds where exactly one of the two holds; of a chain, where an odd number do. */
    public final Condition xor(Condition other) {
        if (this == FALSE) {
            return other;
        }
        if (other == FALSE) {
            return this;
        }
        return this == TRUE ? other.not() : other == TRUE ? not() : new Xor(this, other);
    }

    /** Holds where this does not, be it false or unknown. */
    public Condition not() {
        return new Not(this);
    }

    /** Writes the opposite, where unknown counts as false. */
    void writeNot(SqlWriter out) {
        if (nullable()) {
            out.nest(this, Precedence.ATOM).append(" IS NOT TRUE");
        } else {
            out.append("NOT ").nest(this, Precedence.ATOM);
        }
    }

    /** How strongly {@link #writeNot} holds together. */
    int precedenceOfNot() {
        return nullable() ? Precedence.IS : Precedence.NOT;
    }

    private static final class Constant extends Condition {
        private final boolean holds;

        Constant(boolean holds) {
            this.holds = holds;
        }

        @Override
        public Condition not() {
            return holds ? FALSE : TRUE;
        }

        @Override
        public void write(SqlWriter out) {
            out.append(holds ? "true" : "false");
        }

        @Override
        public int precedence() {
            return Precedence.ATOM;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public boolean strict() {
            return true;
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {}
    }

    /** Several conditions joined by one word. */
    public static final class Junction extends Condition {
        private final boolean all;
        private final List<Condition> parts;

        Junction(boolean all, List<Condition> parts) {
            this.all = all;
            this.parts = parts;
        }

        static List<Condition> flatten(boolean all, Condition left, Condition right) {
            List<Condition> parts = new ArrayList<>(4);
            add(parts, all, left);
            add(parts, all, right);
            return parts;
        }

        private static void add(List<Condition> parts, boolean all, Condition part) {
            if (part instanceof Junction junction && junction.all == all) {
                parts.addAll(junction.parts);
            } else {
                parts.add(part);
            }
        }

        /** Whether all parts must hold, or one is enough. */
        public boolean all() {
            return all;
        }

        /** The parts, none of which is a junction of the same word. */
        public List<Condition> parts() {
            return parts;
        }

        @Override
        public void write(SqlWriter out) {
            String word = all ? " AND " : " OR ";
            for (int i = 0; i < parts.size(); i++) {
                if (i > 0) {
                    out.append(word);
                }
                out.nest(parts.get(i), precedence() + 1);
            }
        }

        @Override
        public int precedence() {
            return all ? Precedence.AND : Precedence.OR;
        }

        @Override
        public boolean nullable() {
            for (Condition part : parts) {
                if (part.nullable()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean strict() {
            return false;
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            parts.forEach(part -> part.columns(sink));
        }
    }

    /** The opposite of a condition, where unknown counts as false. */
    public static final class Not extends Condition {
        private final Condition condition;

        Not(Condition condition) {
            this.condition = condition;
        }

        /** What must not hold. */
        public Condition condition() {
            return condition;
        }

        @Override
        public Condition not() {
            // Twice is not the condition itself, which may be unknown, and whose relations are followed by joins. Three
            // times is once.
            return condition instanceof Not once ? once : new Not(this);
        }

        @Override
        public void write(SqlWriter out) {
            condition.writeNot(out);
        }

        @Override
        void writeNot(SqlWriter out) {
            if (condition.nullable()) {
                out.nest(condition, Precedence.ATOM).append(" IS TRUE");
            } else {
                condition.write(out);
            }
        }

        @Override
        public int precedence() {
            return condition.precedenceOfNot();
        }

        @Override
        int precedenceOfNot() {
            return condition.nullable() ? Precedence.IS : condition.precedence();
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public boolean strict() {
            return false;
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            condition.columns(sink);
        }
    }

    /** Exactly one of two conditions. */
    public static final class Xor extends Condition {
        private final Condition left;
        private final Condition right;

        Xor(Condition left, Condition right) {
            this.left = left;
            this.right = right;
        }

        /** The one. */
        public Condition left() {
            return left;
        }

        /** The other. */
        public Condition right() {
            return right;
        }

        @Override
        public void write(SqlWriter out) {
            writeSide(out, left);
            out.append(" <> ");
            writeSide(out, right);
        }

        private static void writeSide(SqlWriter out, Condition side) {
            if (side.nullable()) {
                out.append('(').nest(side, Precedence.ATOM).append(" IS TRUE)");
            } else {
                out.nest(side, Precedence.ATOM);
            }
        }

        @Override
        public int precedence() {
            return Precedence.COMPARISON;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public boolean strict() {
            return false;
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            left.columns(sink);
            right.columns(sink);
        }
    }

    /** A question to two values, unknown if a side is. */
    private abstract static sealed class TwoSided extends Condition {
        final Node left;
        final Node right;

        TwoSided(Node left, Node right) {
            this.left = left;
            this.right = right;
        }

        @Override
        public final boolean nullable() {
            return left.nullable() || right.nullable();
        }

        @Override
        public final boolean strict() {
            return left.strict() && right.strict();
        }

        @Override
        public final void columns(Consumer<ColumnNode> sink) {
            left.columns(sink);
            right.columns(sink);
        }
    }

    /** {@code left op right}. */
    public static final class Comparison extends TwoSided {
        private final String operator;
        private final int precedence;

        Comparison(Node left, String operator, Node right) {
            this(left, operator, Precedence.COMPARISON, right);
        }

        Comparison(Node left, String operator, int precedence, Node right) {
            super(left, right);
            this.operator = operator;
            this.precedence = precedence;
        }

        @Override
        public void write(SqlWriter out) {
            out.nest(left, precedence + 1)
                    .append(' ')
                    .append(operator)
                    .append(' ')
                    .nest(right, precedence + 1);
        }

        /** Of an equation, without IS NOT TRUE where that says the same: where at most one side can be missing. */
        @Override
        void writeNot(SqlWriter out) {
            if (!isEquation()) {
                super.writeNot(out);
            } else if (nullable()) {
                out.nest(left, Precedence.IS + 1).append(" IS DISTINCT FROM ").nest(right, Precedence.IS + 1);
            } else {
                out.nest(left, precedence + 1).append(" <> ").nest(right, precedence + 1);
            }
        }

        @Override
        int precedenceOfNot() {
            if (!isEquation()) {
                return super.precedenceOfNot();
            }
            return nullable() ? Precedence.IS : precedence;
        }

        private boolean isEquation() {
            return operator.equals("=") && !(left.nullable() && right.nullable());
        }

        @Override
        public int precedence() {
            return precedence;
        }
    }

    /** {@code value IS [NOT] NULL}. */
    public static final class IsNull extends Condition {
        private final Node value;
        private final boolean isNull;

        IsNull(Node value, boolean isNull) {
            this.value = value;
            this.isNull = isNull;
        }

        /** Whether the value must be missing, or must be there. */
        public boolean missing() {
            return isNull;
        }

        @Override
        public void write(SqlWriter out) {
            write(out, isNull);
        }

        @Override
        void writeNot(SqlWriter out) {
            write(out, !isNull);
        }

        private void write(SqlWriter out, boolean missing) {
            out.nest(value, Precedence.IS + 1).append(missing ? " IS NULL" : " IS NOT NULL");
        }

        @Override
        int precedenceOfNot() {
            return Precedence.IS;
        }

        @Override
        public int precedence() {
            return Precedence.IS;
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public boolean strict() {
            return !isNull && value.strict();
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            value.columns(sink);
        }
    }

    /** {@code value BETWEEN low AND high}. */
    static final class Between extends Condition {
        private final Node value;
        private final Node low;
        private final Node high;

        Between(Node value, Node low, Node high) {
            this.value = value;
            this.low = low;
            this.high = high;
        }

        @Override
        public void write(SqlWriter out) {
            // PostgreSQL's grammar allows less before AND than elsewhere: no COLLATE, no AT TIME ZONE.
            out.nest(value, Precedence.OTHER)
                    .append(" BETWEEN ")
                    .nest(low, Precedence.ATOM)
                    .append(" AND ")
                    .nest(high, Precedence.OTHER);
        }

        @Override
        public int precedence() {
            return Precedence.LIKE;
        }

        @Override
        public boolean nullable() {
            return value.nullable() || low.nullable() || high.nullable();
        }

        @Override
        public boolean strict() {
            return value.strict() && low.strict() && high.strict();
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            value.columns(sink);
            low.columns(sink);
            high.columns(sink);
        }
    }

    /** {@code value >= start AND value < end} and its like, as one condition: of related rows, both halves speak of the same one. */
    static final class Within extends Condition {
        private final Comparison since;
        private final Comparison before;

        Within(Node value, Node start, Node end) {
            this(new Comparison(value, ">=", start), new Comparison(value, "<", end));
        }

        Within(Comparison since, Comparison before) {
            this.since = since;
            this.before = before;
        }

        @Override
        public void write(SqlWriter out) {
            since.write(out);
            out.append(" AND ");
            before.write(out);
        }

        @Override
        public int precedence() {
            return Precedence.AND;
        }

        @Override
        public boolean nullable() {
            return since.nullable() || before.nullable();
        }

        @Override
        public boolean strict() {
            return since.strict() && before.strict();
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            since.columns(sink);
            before.columns(sink);
        }
    }

    /** {@code value = ANY(array)}: the text does not depend on how many values there are, as IN's would. */
    static final class Any extends TwoSided {
        Any(Node value, Node array) {
            super(value, array);
        }

        @Override
        public void write(SqlWriter out) {
            out.nest(left, Precedence.COMPARISON + 1).append(" = ANY(");
            right.write(out);
            out.append(')');
        }

        @Override
        public int precedence() {
            return Precedence.COMPARISON;
        }
    }

    /** A boolean value as a condition. */
    static final class Truth extends Condition {
        private final Node value;
        private final boolean expected;

        Truth(Node value, boolean expected) {
            this.value = value;
            this.expected = expected;
        }

        @Override
        public void write(SqlWriter out) {
            if (expected) {
                value.write(out);
            } else {
                out.append("NOT ").nest(value, Precedence.NOT);
            }
        }

        @Override
        void writeNot(SqlWriter out) {
            if (value.nullable()) {
                out.nest(value, Precedence.IS + 1).append(expected ? " IS NOT TRUE" : " IS NOT FALSE");
            } else {
                new Truth(value, !expected).write(out);
            }
        }

        @Override
        int precedenceOfNot() {
            return value.nullable() ? Precedence.IS : new Truth(value, !expected).precedence();
        }

        @Override
        public int precedence() {
            return expected ? value.precedence() : Precedence.NOT;
        }

        @Override
        public boolean nullable() {
            return value.nullable();
        }

        @Override
        public boolean strict() {
            return value.strict();
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            value.columns(sink);
        }
    }

    /** {@code EXISTS (query)} or {@code value IN (query)}. */
    public static final class In extends Condition {
        private final @Nullable Node value;
        private final Subselect select;

        private In(@Nullable Node value, Subselect select) {
            this.value = value;
            this.select = select;
        }

        /** Holds where the query has a row. */
        public static Condition exists(Subselect select) {
            return select.isEmpty() ? FALSE : new In(null, select);
        }

        /** Holds where these columns together are a row of the query. */
        public static Condition keys(List<ColumnNode> columns, Subselect select) {
            return in(columns.size() == 1 ? columns.get(0) : new ValueNode.Tuple(columns), select);
        }

        static Condition in(Node value, Subselect select) {
            return select.isEmpty() ? FALSE : new In(value, select);
        }

        @Override
        public void write(SqlWriter out) {
            if (value == null) {
                out.append("EXISTS (");
            } else {
                out.nest(value, Precedence.LIKE + 1).append(" IN (");
            }
            select.write(out);
            out.append(')');
        }

        @Override
        public int precedence() {
            return value == null ? Precedence.ATOM : Precedence.LIKE;
        }

        @Override
        public boolean nullable() {
            return value != null;
        }

        @Override
        public boolean strict() {
            return value != null && value.strict();
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            if (value != null) {
                value.columns(sink);
            }
            select.columns(sink);
        }
    }
}
