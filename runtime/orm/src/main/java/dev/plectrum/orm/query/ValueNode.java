package dev.plectrum.orm.query;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A node that is computed: everything but columns and conditions. */
public sealed interface ValueNode extends Node {
    @Override
    default int precedence() {
        return Precedence.ATOM;
    }

    /** Made of nothing else. */
    sealed interface Leaf extends ValueNode {
        @Override
        default void columns(Consumer<ColumnNode> sink) {}
    }

    /** Made of another node, and NULL where that is. */
    sealed interface Unary extends ValueNode {
        /** The other node. */
        Node value();

        @Override
        default boolean nullable() {
            return value().nullable();
        }

        @Override
        default boolean strict() {
            return value().strict();
        }

        @Override
        default void columns(Consumer<ColumnNode> sink) {
            value().columns(sink);
        }
    }

    /** A value, sent beside the text. The cast tells the server its type, which it cannot always infer. */
    record Bind(@Nullable Object value, String cast) implements Leaf {
        @Override
        public void write(SqlWriter out) {
            out.bind(value, cast);
        }

        @Override
        public boolean nullable() {
            return value == null;
        }

        @Override
        public boolean strict() {
            return true;
        }

        /** Whether it is the same value, which may be an array. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bind bind && Objects.deepEquals(value, bind.value) && cast.equals(bind.cast);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.deepHashCode(new @Nullable Object[] {value}) + cast.hashCode();
        }
    }

    /** {@code left op right}. Chains of one operator are written without parentheses on the left. */
    record Infix(Node left, String operator, int precedence, Node right) implements ValueNode {
        @Override
        public void write(SqlWriter out) {
            out.nest(left, precedence).append(' ').append(operator).append(' ').nest(right, precedence + 1);
        }

        @Override
        public boolean nullable() {
            return left.nullable() || right.nullable();
        }

        @Override
        public boolean strict() {
            return left.strict() && right.strict();
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            left.columns(sink);
            right.columns(sink);
        }
    }

    /** {@code -value}. */
    record Negative(Node value) implements Unary {
        @Override
        public void write(SqlWriter out) {
            out.append("- ").nest(value, Precedence.ATOM);
        }

        @Override
        public int precedence() {
            return Precedence.POWER;
        }
    }

    /** {@code name(arguments)}. */
    record Call(String name, List<? extends Node> arguments, boolean nullable, boolean strict) implements ValueNode {
        /** A function that is NULL exactly if one of its arguments is. */
        static Call strict(String name, Node... arguments) {
            boolean nullable = false;
            boolean strict = true;
            for (Node argument : arguments) {
                nullable |= argument.nullable();
                strict &= argument.strict();
            }
            return new Call(name, List.of(arguments), nullable, strict);
        }

        /** A function that may have a value although an argument is missing. */
        static Call lenient(String name, List<? extends Node> arguments, boolean nullable) {
            return new Call(name, arguments, nullable, false);
        }

        @Override
        public void write(SqlWriter out) {
            out.append(name).append('(').list(arguments).append(')');
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            arguments.forEach(argument -> argument.columns(sink));
        }
    }

    /** {@code value::type}. */
    record Cast(Node value, String cast) implements Unary {
        @Override
        public void write(SqlWriter out) {
            out.nest(value, Precedence.ATOM).append(cast);
        }
    }

    /** {@code extract(part FROM value)}, with the value moved to a time zone where it has one. */
    record Extract(String part, Node value) implements Unary {
        @Override
        public void write(SqlWriter out) {
            out.append("extract(").append(part).append(" FROM ");
            value.write(out);
            out.append(")");
        }
    }

    /** {@code value[index]} or {@code value[from:to]}. */
    record Subscript(Node value, Node from, @Nullable Node to) implements ValueNode {
        @Override
        public void write(SqlWriter out) {
            out.nest(value, Precedence.ATOM).append('[');
            from.write(out);
            if (to != null) {
                out.append(':');
                to.write(out);
            }
            out.append(']');
        }

        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public boolean strict() {
            return value.strict();
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            value.columns(sink);
            from.columns(sink);
            if (to != null) {
                to.columns(sink);
            }
        }
    }

    /** {@code CASE WHEN … THEN … ELSE … END}. */
    record CaseWhen(List<Branch> branches, @Nullable Node otherwise) implements ValueNode {
        /** One {@code WHEN … THEN …}. */
        public record Branch(Condition condition, Node value) {}

        @Override
        public void write(SqlWriter out) {
            out.append("CASE");
            for (Branch branch : branches) {
                out.append(" WHEN ");
                branch.condition.write(out);
                out.append(" THEN ");
                branch.value.write(out);
            }
            if (otherwise != null) {
                out.append(" ELSE ");
                otherwise.write(out);
            }
            out.append(" END");
        }

        @Override
        public boolean nullable() {
            return otherwise == null
                    || otherwise.nullable()
                    || branches.stream().anyMatch(branch -> branch.value.nullable());
        }

        @Override
        public boolean strict() {
            return false;
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            for (Branch branch : branches) {
                branch.condition.columns(sink);
                branch.value.columns(sink);
            }
            if (otherwise != null) {
                otherwise.columns(sink);
            }
        }
    }

    /** A name that is quoted already, or a keyword. */
    record Name(String sql) implements Leaf {
        @Override
        public void write(SqlWriter out) {
            out.append(sql);
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public boolean strict() {
            return true;
        }
    }

    /** SQL of the user's own between our parentheses, its {@code ?} replaced by the nodes. */
    record Fragment(List<String> texts, List<Node> between) implements ValueNode {
        @Override
        public void write(SqlWriter out) {
            out.append('(').append(texts.get(0));
            for (int i = 0; i < between.size(); i++) {
                out.nest(between.get(i), Precedence.ATOM).append(texts.get(i + 1));
            }
            out.append(')');
        }

        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public boolean strict() {
            return false;
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            between.forEach(node -> node.columns(sink));
        }
    }

    /** {@code (a, b)}. */
    record Tuple(List<? extends Node> parts) implements ValueNode {
        @Override
        public void write(SqlWriter out) {
            out.append('(').list(parts).append(')');
        }

        @Override
        public boolean nullable() {
            return parts.stream().anyMatch(Node::nullable);
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

    /** The {@code *} of {@code count(*)}. */
    enum Star implements Leaf {
        /** All rows. */
        ALL;

        @Override
        public void write(SqlWriter out) {
            out.append('*');
        }

        @Override
        public boolean nullable() {
            return false;
        }

        @Override
        public boolean strict() {
            return false;
        }
    }

    /** A query of one row and column. */
    record Scalar(Subselect select) implements ValueNode {
        @Override
        public void write(SqlWriter out) {
            out.append('(');
            select.write(out);
            out.append(')');
        }

        @Override
        public boolean nullable() {
            return true;
        }

        @Override
        public boolean strict() {
            return false;
        }

        @Override
        public void columns(Consumer<ColumnNode> sink) {
            select.columns(sink);
        }
    }
}
