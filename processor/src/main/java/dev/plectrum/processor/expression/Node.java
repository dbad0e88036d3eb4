package dev.plectrum.processor.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expression with names and types resolved. A node prints itself, both as SQL and as Java. */
sealed interface Node {
    SqlType type();

    /** Whether a problem stands in its place, so that nothing else is to be said about it. */
    default boolean isInvalid() {
        return this instanceof Invalid;
    }

    /** Whether it can be NULL: if anything it is made of can, unless it says otherwise. */
    default boolean nullable() {
        return children().stream().anyMatch(Node::nullable);
    }

    /** The nodes it is made of, in the order in which they are written. */
    List<Node> children();

    default Precedence precedence() {
        return Precedence.PRIMARY;
    }

    void sql(SqlWriter out);

    /** Writes what gives the same value in Java, or refuses. */
    void java(JavaWriter out);

    /** Whether this very node can fail for some values, and Java's answer with it; not counting its children. */
    default boolean failsItself() {
        return false;
    }

    /** Whether computing it can fail. */
    default boolean canFail() {
        return failsItself() || children().stream().anyMatch(Node::canFail);
    }

    /** Itself and everything below. */
    default Stream<Node> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Node::all));
    }

    /** Whether every row gives the same. */
    default boolean constant() {
        return all().noneMatch(Field.class::isInstance);
    }

    static boolean anyNullable(List<Node> nodes) {
        return nodes.stream().anyMatch(Node::nullable);
    }

    /** Made of nothing else. */
    sealed interface Leaf extends Node {
        @Override
        default List<Node> children() {
            return List.of();
        }
    }

    /** True, false or NULL. */
    sealed interface Truth extends Node {
        @Override
        default SqlType type() {
            return SqlType.BOOLEAN;
        }
    }

    /** What could not be resolved; a problem has been reported, and nothing built on it is judged. */
    record Invalid() implements Leaf {
        static final Node VALUE = new Invalid();

        @Override
        public SqlType type() {
            return SqlType.UNKNOWN;
        }

        @Override
        public void sql(SqlWriter out) {
            throw new IllegalStateException("An expression with problems has no SQL");
        }

        @Override
        public void java(JavaWriter out) {
            throw new IllegalStateException("An expression with problems has no Java");
        }
    }

    /** A number, written as the text says; its sign is part of it, as it is for PostgreSQL. */
    record Numeral(SqlType type, String text) implements Leaf {
        BigDecimal value() {
            return new BigDecimal(text);
        }

        @Override
        public Precedence precedence() {
            return text.startsWith("-") ? Precedence.SIGN : Precedence.PRIMARY;
        }

        @Override
        public void sql(SqlWriter out) {
            out.text(text);
        }

        // new BigDecimal("0.19")
        @Override
        public void java(JavaWriter out) {
            switch (type.kind()) {
                case SMALLINT, INTEGER -> out.text(text);
                case BIGINT -> out.text(text + "L");
                case NUMERIC ->
                    out.text("new ").className("java.math.BigDecimal").text("(\"" + text + "\")");
                default -> out.refuse(JavaValues.unknown(type));
            }
        }
    }

    record Bool(boolean value) implements Leaf, Truth {
        @Override
        public void sql(SqlWriter out) {
            out.text(value ? "TRUE" : "FALSE");
        }

        @Override
        public void java(JavaWriter out) {
            out.text(String.valueOf(value));
        }
    }

    /** NULL, of the type its neighbours gave it. */
    record Null(SqlType type) implements Leaf {
        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public void sql(SqlWriter out) {
            out.text("NULL");
        }

        @Override
        public void java(JavaWriter out) {
            out.text("null");
        }
    }

    /**
     * A quoted literal.
     *
     * @param spelled whether SQL must name the type because no neighbour tells it
     */
    record Text(SqlType type, String value, boolean spelled) implements Leaf {
        @Override
        public Precedence precedence() {
            return spelled ? Precedence.CAST : Precedence.PRIMARY;
        }

        @Override
        public void sql(SqlWriter out) {
            if (type.kind() == SqlType.Kind.ENUM && !type.isTextEnum()) {
                out.text(String.valueOf(type.constants().indexOf(value)));
                return;
            }
            out.text("'" + value.replace("'", "''") + "'" + (spelled ? "::" + type.name() : ""));
        }

        @Override
        public void java(JavaWriter out) {
            switch (type.kind()) {
                case TEXT, UNKNOWN -> out.text(Literals.java(value));
                case ENUM -> {
                    if (type.isTextEnum()) {
                        out.text(Literals.java(value));
                    } else {
                        out.text(String.valueOf(type.constants().indexOf(value)));
                    }
                }
                case DATE -> out.className("java.time.LocalDate").text(".parse(\"" + value + "\")");
                case UUID -> out.className("java.util.UUID").text(".fromString(\"" + value + "\")");
                default -> out.refuse("a literal of type " + type + " is read by PostgreSQL");
            }
        }
    }

    /**
     * A column of the row.
     *
     * @param nullable false also where a condition around it has excluded NULL
     */
    record Field(ScopeField field, boolean nullable) implements Leaf {
        @Override
        public SqlType type() {
            return field.type().type();
        }

        @Override
        public void sql(SqlWriter out) {
            out.text(Identifier.quoted(field.column()));
        }

        @Override
        public void java(JavaWriter out) {
            JavaValues.read(field, out);
        }
    }

    /** A value where a wider type is wanted; PostgreSQL widens unasked, Java must be told. */
    record Widened(SqlType type, Node operand) implements Node {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public Precedence precedence() {
            return operand.precedence();
        }

        @Override
        public void sql(SqlWriter out) {
            operand.sql(out);
        }

        @Override
        public void java(JavaWriter out) {
            JavaValues.convert(operand, type, out);
        }
    }

    /** A cast that somebody wrote. */
    record Cast(ColumnType target, Node operand) implements Node {
        @Override
        public SqlType type() {
            return target.type();
        }

        @Override
        public boolean nullable() {
            // 'null'::jsonb::integer is NULL.
            return operand.nullable()
                    || (operand.type().kind() == SqlType.Kind.JSONB
                            && target.type().kind() != SqlType.Kind.TEXT);
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public Precedence precedence() {
            return Precedence.CAST;
        }

        @Override
        public void sql(SqlWriter out) {
            out.operand(operand, Precedence.CAST).text("::" + target.sql());
        }

        @Override
        public boolean failsItself() {
            return !Casts.implicit(operand.type(), type()) || target.precision() != null;
        }

        @Override
        public void java(JavaWriter out) {
            JavaValues.cast(operand, target, out);
        }
    }

    record Negated(SqlType type, Node operand) implements Node {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public Precedence precedence() {
            return Precedence.SIGN;
        }

        @Override
        public void sql(SqlWriter out) {
            // Two signs in a row would begin a comment.
            out.text("-").operand(operand, Precedence.SIGN.next());
        }

        @Override
        public boolean failsItself() {
            return type.isIntegral();
        }

        @Override
        public void java(JavaWriter out) {
            JavaOperators.write("negate", type, List.of(operand), out);
        }
    }

    /**
     * An operator between two operands, NULL if either is.
     *
     * @param signature what PostgreSQL calls; the operands already have its types
     */
    record Binary(Signature signature, Precedence precedence, Node left, Node right) implements Node {
        @Override
        public SqlType type() {
            return signature.result();
        }

        @Override
        public boolean nullable() {
            return signature.sometimesNull() || left.nullable() || right.nullable();
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public void sql(SqlWriter out) {
            boolean chains = precedence != Precedence.COMPARISON;
            out.operand(left, chains ? precedence : precedence.next())
                    .text(" " + signature.name() + " ")
                    .operand(right, precedence.next());
        }

        @Override
        public boolean failsItself() {
            return JavaOperators.canFail(signature);
        }

        @Override
        public void java(JavaWriter out) {
            JavaOperators.write(signature, left, right, out);
        }
    }

    /** {@code AND} or {@code OR}. */
    record Logic(boolean and, Node left, Node right) implements Truth {
        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public Precedence precedence() {
            return and ? Precedence.AND : Precedence.OR;
        }

        @Override
        public void sql(SqlWriter out) {
            out.operand(left, precedence()).text(and ? " AND " : " OR ").operand(right, precedence());
        }

        @Override
        public void java(JavaWriter out) {
            out.open(and ? "and" : "or").node(left).text(", ").lazily(right).text(")");
        }
    }

    record Not(Node operand) implements Truth {
        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public Precedence precedence() {
            return Precedence.NOT;
        }

        @Override
        public void sql(SqlWriter out) {
            out.text("NOT ").operand(operand, Precedence.NOT);
        }

        @Override
        public void java(JavaWriter out) {
            out.call("not", operand);
        }
    }

    /** {@code IS [NOT] NULL}, {@code TRUE}, {@code FALSE} or {@code UNKNOWN}. */
    record Is(Node operand, boolean not, Syntax.IsWhat what) implements Truth {
        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public Precedence precedence() {
            return Precedence.IS;
        }

        @Override
        public void sql(SqlWriter out) {
            out.operand(operand, Precedence.IS.next()).text(" IS " + (not ? "NOT " : "") + what);
        }

        @Override
        public void java(JavaWriter out) {
            String test =
                    switch (what) {
                        case NULL, UNKNOWN -> "isNull";
                        case TRUE -> "isTrue";
                        case FALSE -> "isFalse";
                    };
            out.text(not ? "!" : "").call(test, operand);
        }
    }

    /** {@code IS [NOT] DISTINCT FROM}: comparison in which NULL equals NULL. */
    record IsDistinct(Node left, Node right, boolean not) implements Truth {
        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public Precedence precedence() {
            return Precedence.IS;
        }

        @Override
        public void sql(SqlWriter out) {
            out.operand(left, Precedence.IS.next())
                    .text(" IS " + (not ? "NOT " : "") + "DISTINCT FROM ")
                    .operand(right, Precedence.IS.next());
        }

        @Override
        public void java(JavaWriter out) {
            if (JavaOperators.comparesEqually("=", left, right, out)) {
                out.text(not ? "!" : "").call("isDistinct", left, right);
            }
        }
    }

    record Between(Node operand, Node low, Node high, boolean not) implements Truth {
        @Override
        public List<Node> children() {
            return List.of(operand, low, high);
        }

        @Override
        public Precedence precedence() {
            return Precedence.MATCH;
        }

        @Override
        public void sql(SqlWriter out) {
            Precedence inside = Precedence.MATCH.next();
            // The grammar has no AT TIME ZONE before BETWEEN's own AND.
            Precedence beforeAnd = low.all().anyMatch(AtTimeZone.class::isInstance) ? Precedence.PRIMARY : inside;
            out.operand(operand, inside)
                    .text(not ? " NOT BETWEEN " : " BETWEEN ")
                    .operand(low, beforeAnd)
                    .text(" AND ")
                    .operand(high, inside);
        }

        // Evaluate.and(Evaluate.greaterOrEqual(a, low), Evaluate.lessOrEqual(a, high))
        @Override
        public void java(JavaWriter out) {
            if (!JavaOperators.comparesEqually("<", operand, low, out)) {
                return;
            }
            boolean lazy = high.canFail() || operand.canFail();
            out.text("").open(not ? "or" : "and").call(not ? "less" : "greaterOrEqual", operand, low);
            out.text(lazy ? ", () -> " : ", ")
                    .call(not ? "greater" : "lessOrEqual", operand, high)
                    .text(")");
        }
    }

    record In(Node operand, List<Node> items, boolean not) implements Truth {
        @Override
        public boolean nullable() {
            return operand.nullable() || anyNullable(items);
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>(List.of(operand));
            all.addAll(items);
            return all;
        }

        @Override
        public Precedence precedence() {
            return Precedence.MATCH;
        }

        @Override
        public void sql(SqlWriter out) {
            out.operand(operand, Precedence.MATCH.next())
                    .text(not ? " NOT IN (" : " IN (")
                    .list(items)
                    .text(")");
        }

        @Override
        public void java(JavaWriter out) {
            if (items.stream().anyMatch(Node::canFail)) {
                out.refuse(
                        "which items of an IN list PostgreSQL computes depends on the plan, and one of these can fail");
            }
            for (Node item : items) {
                if (!JavaOperators.comparesEqually("=", operand, item, out)) {
                    return;
                }
            }
            out.text("").open(not ? "notIn" : "in").arguments(children()).text(")");
        }
    }

    record Like(Node operand, Node pattern, boolean not, boolean ignoringCase) implements Truth {
        @Override
        public List<Node> children() {
            return List.of(operand, pattern);
        }

        @Override
        public Precedence precedence() {
            return Precedence.MATCH;
        }

        @Override
        public void sql(SqlWriter out) {
            out.operand(operand, Precedence.MATCH.next())
                    .text((not ? " NOT" : "") + (ignoringCase ? " ILIKE " : " LIKE "))
                    .operand(pattern, Precedence.MATCH.next());
        }

        @Override
        public void java(JavaWriter out) {
            out.refuse((ignoringCase ? "ILIKE" : "LIKE") + " follows the collation of the database");
        }
    }

    /**
     * {@code CASE}.
     *
     * @param operand what each {@link When#value} is compared with; null if the conditions stand for themselves
     */
    record Case(
            SqlType type,
            @Nullable Node operand,
            List<When> whens,
            @Nullable Node otherwise) implements Node {
        @Override
        public boolean nullable() {
            return otherwise == null || results().anyMatch(Node::nullable);
        }

        /** What can come out. */
        Stream<Node> results() {
            return Stream.concat(whens.stream().map(When::result), Stream.ofNullable(otherwise));
        }

        @Override
        public List<Node> children() {
            List<Node> all = new ArrayList<>();
            if (operand != null) {
                all.add(operand);
            }
            for (When when : whens) {
                all.add(when.value());
                all.add(when.result());
            }
            if (otherwise != null) {
                all.add(otherwise);
            }
            return all;
        }

        @Override
        public void sql(SqlWriter out) {
            out.text("CASE");
            if (operand != null) {
                out.text(" ").operand(operand, Precedence.LOWEST);
            }
            for (When when : whens) {
                out.text(" WHEN ").operand(when.value(), Precedence.LOWEST);
                out.text(" THEN ").operand(when.result(), Precedence.LOWEST);
            }
            if (otherwise != null) {
                out.text(" ELSE ").operand(otherwise, Precedence.LOWEST);
            }
            out.text(" END");
        }

        // (Evaluate.isTrue(condition) ? Integer.valueOf(1) : product.stock)
        @Override
        public void java(JavaWriter out) {
            if (JavaValues.carrier(type) == null) {
                out.refuse(JavaValues.unknown(type));
            } else if (results().allMatch(Null.class::isInstance)) {
                out.refuse("every branch is NULL");
            }
            out.text("(");
            for (When when : whens) {
                if (operand == null) {
                    JavaValues.condition(when.value(), out);
                } else if (JavaOperators.comparesEqually("=", operand, when.value(), out)) {
                    out.open("isTrue").call("equal", operand, when.value()).text(")");
                }
                JavaValues.boxed(when.result(), out.text(" ? "));
                out.text(" : ");
            }
            JavaValues.boxed(otherwise == null ? new Null(type) : otherwise, out);
            out.text(")");
        }
    }

    /** One branch of a {@link Case}. */
    record When(Node value, Node result) {}

    record Call(Signature signature, List<Node> arguments) implements Node {
        @Override
        public SqlType type() {
            return signature.result();
        }

        @Override
        public boolean nullable() {
            return signature.sometimesNull() || (signature.strict() && anyNullable(arguments));
        }

        @Override
        public List<Node> children() {
            return arguments;
        }

        @Override
        public void sql(SqlWriter out) {
            out.text(signature.name() + "(").list(arguments).text(")");
        }

        @Override
        public boolean failsItself() {
            return JavaFunctions.canFail(signature);
        }

        @Override
        public void java(JavaWriter out) {
            JavaFunctions.write(signature, arguments, out);
        }
    }

    /**
     * {@code coalesce}, {@code nullif}, {@code greatest} or {@code least}. The arguments are all of one type, and so is the result, but
     * for a {@code nullif} of types that PostgreSQL compares as they are: its result is of its first argument's own.
     */
    record Choice(String function, SqlType type, List<Node> arguments) implements Node {
        @Override
        public boolean nullable() {
            return function.equals("nullif") || arguments.stream().allMatch(Node::nullable);
        }

        @Override
        public List<Node> children() {
            return arguments;
        }

        @Override
        public void sql(SqlWriter out) {
            out.text(function + "(").list(arguments).text(")");
        }

        @Override
        public void java(JavaWriter out) {
            if (JavaValues.carrier(type) == null) {
                out.refuse(JavaValues.unknown(type));
            } else if (arguments.stream().allMatch(Null.class::isInstance)) {
                out.refuse("every argument is NULL");
            } else if (function.equals("coalesce")) {
                coalesce(out);
            } else if (JavaOperators.comparesEqually(
                    function.equals("nullif") ? "=" : "<", arguments.get(0), arguments.get(0), out)) {
                boolean narrows = !Objects.equals(
                        JavaValues.carrier(type),
                        JavaValues.carrier(arguments.get(0).type()));
                JavaValues.wrapped(
                        narrows ? "integer" : "", out, () -> out.call(function, arguments.toArray(Node[]::new)));
            }
        }

        /** Whether it is a coalesce with nothing to choose from. */
        boolean isItsOnlyArgument() {
            return function.equals("coalesce") && arguments.size() == 1;
        }

        // Evaluate.coalesce(a, Evaluate.coalesce(b, () -> c))
        private void coalesce(JavaWriter out) {
            for (int i = 0; i < arguments.size() - 1; i++) {
                boolean lazy =
                        arguments.subList(i + 1, arguments.size()).stream().anyMatch(Node::canFail);
                out.open("coalesce").node(arguments.get(i)).text(lazy ? ", () -> " : ", ");
            }
            out.node(arguments.get(arguments.size() - 1)).text(")".repeat(arguments.size() - 1));
        }
    }

    record ArrayOf(SqlType type, List<Node> elements) implements Node {
        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public List<Node> children() {
            return elements;
        }

        @Override
        public void sql(SqlWriter out) {
            out.text("ARRAY[").list(elements).text("]");
        }

        @Override
        public void java(JavaWriter out) {
            out.refuse(JavaValues.unknown(type));
        }
    }

    record Subscript(Node array, Node index) implements Node {
        @Override
        public SqlType type() {
            return array.type().elementType();
        }

        /** Beyond the end is NULL. */
        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public List<Node> children() {
            return List.of(array, index);
        }

        @Override
        public Precedence precedence() {
            return Precedence.SUBSCRIPT;
        }

        @Override
        public void sql(SqlWriter out) {
            // Only a name or another subscript may stand before a bracket without parentheses.
            boolean bare = array instanceof Field;
            out.text(bare ? "" : "(").operand(array, Precedence.LOWEST).text(bare ? "" : ")");
            out.text("[").operand(index, Precedence.LOWEST).text("]");
        }

        @Override
        public void java(JavaWriter out) {
            out.refuse(JavaValues.unknown(array.type()));
        }
    }

    record Extract(String part, Node source) implements Node {
        @Override
        public SqlType type() {
            return SqlType.NUMERIC;
        }

        /** Of infinity most parts are NULL, but infinity cannot be read into Java: only NULL gives NULL. */
        @Override
        public List<Node> children() {
            return List.of(source);
        }

        @Override
        public void sql(SqlWriter out) {
            out.text("EXTRACT(" + part.toUpperCase(Locale.ROOT) + " FROM ")
                    .operand(source, Precedence.LOWEST)
                    .text(")");
        }

        @Override
        public void java(JavaWriter out) {
            out.refuse("EXTRACT is PostgreSQL's calendar");
        }
    }

    record AtTimeZone(SqlType type, Node operand, Node zone) implements Node {
        @Override
        public List<Node> children() {
            return List.of(operand, zone);
        }

        @Override
        public Precedence precedence() {
            return Precedence.AT_TIME_ZONE;
        }

        @Override
        public void sql(SqlWriter out) {
            out.operand(operand, Precedence.AT_TIME_ZONE)
                    .text(" AT TIME ZONE ")
                    .operand(zone, Precedence.AT_TIME_ZONE.next());
        }

        @Override
        public void java(JavaWriter out) {
            out.refuse("time zones change by other rules in PostgreSQL than in Java");
        }
    }
}
