package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** A time of day. */
public class TimeExpression extends OrderedExpression<LocalTime> {
    private final Node node;

    TimeExpression(Node node, DbType<LocalTime> type) {
        super(type);
        this.node = node;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** The hour, 0 to 23. */
    public final NumberExpression<Integer> hour() {
        return DateParts.number("hour", node);
    }

    /** The minute. */
    public final NumberExpression<Integer> minute() {
        return DateParts.number("minute", node);
    }

    /** The second, without its fraction. */
    public final NumberExpression<Integer> second() {
        return DateParts.second(node);
    }

    /** The beginning of the hour, minute or second it falls into. */
    public final TimeExpression truncatedTo(DateUnit unit) {
        if (unit.compareTo(DateUnit.HOUR) < 0) {
            throw new IllegalArgumentException(
                    this + ".truncatedTo(" + unit + "): a time of day has hours, minutes and seconds only");
        }
        return new TimeExpression(new ValueNode.Cast(DateParts.truncated(unit, node), "::time"), type());
    }

    /** This time, or that one where there is none. */
    public final TimeExpression orElse(LocalTime value) {
        return new TimeExpression(Functions.coalesceNode(node, bind(value, "orElse")), type());
    }

    /** This time, or another expression's where there is none. */
    public final TimeExpression orElse(Expression<LocalTime> other) {
        return new TimeExpression(Functions.coalesceNode(node, other.node()), type());
    }

    /** Nothing where the time is this one, otherwise the time. */
    public final TimeExpression nullIf(LocalTime value) {
        return new TimeExpression(ValueNode.Call.lenient("nullif", List.of(node, bind(value, "nullIf")), true), type());
    }

    /** The time that passed since another time of the same day; negative if that is later. */
    public final IntervalExpression<Duration> since(Expression<LocalTime> other) {
        return since(other.node());
    }

    /** The time that passed since another time of the same day; negative if that is later. */
    public final IntervalExpression<Duration> since(LocalTime other) {
        return since(bind(other, "since"));
    }

    private IntervalExpression<Duration> since(Node other) {
        return new IntervalExpression<>(new ValueNode.Infix(node, "-", Precedence.SUM, other), Types.INTERVAL_DURATION);
    }
}
