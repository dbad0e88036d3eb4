package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;

/** True or false. */
public class BooleanExpression extends Expression<Boolean> {
    private final Node node;

    BooleanExpression(Node node, DbType<Boolean> type) {
        super(type);
        this.node = node;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** Is true. */
    public final Condition isTrue() {
        return new Condition.Truth(node, true);
    }

    /** Is false, which is not the same as not being true where there may be no value. */
    public final Condition isFalse() {
        return new Condition.Truth(node, false);
    }

    /** This value, or that one where there is none. */
    public final BooleanExpression orElse(boolean value) {
        return new BooleanExpression(Functions.coalesceNode(node, bind(value, "orElse")), type());
    }
}
