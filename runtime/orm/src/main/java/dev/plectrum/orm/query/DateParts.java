package dev.plectrum.orm.query;

import dev.plectrum.orm.type.Types;

/** Parts of dates and times, as whole numbers. */
final class DateParts {
    private DateParts() {}

    static Node part(String part, Node value) {
        return new ValueNode.Cast(new ValueNode.Extract(part, value), "::int4");
    }

    static NumberExpression<Integer> number(String part, Node value) {
        return new NumberExpression<>(part(part, value), Types.INT4);
    }

    /** Written and not bound: PostgreSQL finds an expression again, in ORDER BY or an index, only if it is the same to the letter. */
    static Node truncated(DateUnit unit, Node value) {
        return ValueNode.Call.strict("date_trunc", new ValueNode.Name("'" + unit.sqlName() + "'"), value);
    }

    /** Whole seconds: PostgreSQL's second has its fraction with it, and a cast would round it up. */
    static NumberExpression<Integer> second(Node value) {
        return new NumberExpression<>(
                new ValueNode.Cast(ValueNode.Call.strict("floor", new ValueNode.Extract("second", value)), "::int4"),
                Types.INT4);
    }
}
