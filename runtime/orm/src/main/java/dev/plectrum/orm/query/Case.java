package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code CASE WHEN … THEN … ELSE … END}, begun by {@code Functions.when}. A branch whose condition cannot hold is left out. */
public abstract sealed class Case {
    private final List<ValueNode.CaseWhen.Branch> branches = new ArrayList<>();

    final void add(Condition condition, Node value) {
        if (condition != Condition.FALSE) {
            branches.add(new ValueNode.CaseWhen.Branch(condition, value));
        }
    }

    final Node finish(@Nullable Node otherwise, String cast) {
        if (branches.isEmpty()) {
            return otherwise == null ? new ValueNode.Bind(null, cast) : otherwise;
        }
        return new ValueNode.CaseWhen(List.copyOf(branches), otherwise);
    }

    /** A case of texts. */
    public static final class Text extends Case {
        Text() {}

        /** The next branch. */
        public Text when(Condition condition, Expression<String> value) {
            add(condition, value.node());
            return this;
        }

        /** The next branch. */
        public Text when(Condition condition, String value) {
            return when(condition, Functions.value(value));
        }

        /** What it is where no condition holds. */
        public TextExpression orElse(Expression<String> value) {
            return new TextExpression(finish(value.node(), Types.TEXT.bindCast()));
        }

        /** What it is where no condition holds. */
        public TextExpression orElse(String value) {
            return orElse(Functions.value(value));
        }

        /** Nothing where no condition holds. */
        public TextExpression orNull() {
            return new TextExpression(finish(null, Types.TEXT.bindCast()));
        }
    }

    /** A case of numbers. */
    public static final class Numeric<N extends Number> extends Case {
        private final DbType<N> type;

        Numeric(DbType<N> type) {
            this.type = type;
        }

        /** The next branch. */
        public Numeric<N> when(Condition condition, Expression<N> value) {
            add(condition, value.node());
            return this;
        }

        /** The next branch. */
        public Numeric<N> when(Condition condition, long value) {
            add(condition, Literals.fitting(type, value));
            return this;
        }

        /** What it is where no condition holds. */
        public NumberExpression<N> orElse(Expression<N> value) {
            return new NumberExpression<>(finish(value.node(), type.bindCast()), type);
        }

        /** What it is where no condition holds. */
        public NumberExpression<N> orElse(long value) {
            return new NumberExpression<>(finish(Literals.fitting(type, value), type.bindCast()), type);
        }

        /** Nothing where no condition holds. */
        public NumberExpression<N> orNull() {
            return new NumberExpression<>(finish(null, type.bindCast()), type);
        }
    }

    /** A case of any kind of value. */
    public static final class Value<T> extends Case {
        private final DbType<T> type;

        Value(DbType<T> type) {
            this.type = type;
        }

        /** The next branch. */
        public Value<T> when(Condition condition, Expression<T> value) {
            add(condition, value.node());
            return this;
        }

        /** What it is where no condition holds. */
        public ValueExpression<T> orElse(Expression<T> value) {
            return new ValueExpression<>(finish(value.node(), type.bindCast()), type);
        }

        /** What it is where no condition holds. */
        public ValueExpression<T> orElse(T value) {
            return new ValueExpression<>(finish(Literals.of(type, value), type.bindCast()), type);
        }

        /** Nothing where no condition holds. */
        public ValueExpression<T> orNull() {
            return new ValueExpression<>(finish(null, type.bindCast()), type);
        }
    }
}
