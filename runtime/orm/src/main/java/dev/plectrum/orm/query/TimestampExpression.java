package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date with a time. Of an {@code Instant} and its like, parts such as the hour depend on a time zone: it is UTC, or the one given to
 * {@link #in(ZoneId)}. A {@code LocalDateTime} has no zone, and its parts are its own.
 *
 * @param <T> the Java type
 */
public class TimestampExpression<T> extends OrderedExpression<T> {
    private final Node node;
    private final @Nullable ZoneId zone;

    TimestampExpression(Node node, DbType<T> type) {
        this(node, type, null);
    }

    private TimestampExpression(Node node, DbType<T> type, @Nullable ZoneId zone) {
        super(type);
        this.node = node;
        this.zone = zone;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** The same moments, whose parts are those of this time zone. */
    public final TimestampExpression<T> in(ZoneId zone) {
        return new TimestampExpression<>(node, type(), zone);
    }

    private boolean zoned() {
        return type().name().equals("timestamptz");
    }

    private ZoneId zone() {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /** The value as a clock on the wall of its zone shows it. */
    private Node local() {
        if (!zoned()) {
            return node;
        }
        return atZone(node);
    }

    /** A moment as local time, or a local time as a moment. */
    private Node atZone(Node value) {
        return new ValueNode.Infix(value, "AT TIME ZONE", Precedence.ATOM - 2, zoneNode());
    }

    private Node zoneNode() {
        if (zone == null) {
            return new ValueNode.Name("'UTC'");
        }
        // As an interval: PostgreSQL reads +02:00 as two hours west of Greenwich.
        return zone.normalized() instanceof ZoneOffset offset
                ? Literals.of(Types.INTERVAL_DURATION, Duration.ofSeconds(offset.getTotalSeconds()))
                : Literals.of(Types.TEXT, zone.getId());
    }

    /** The calendar year. Comparisons with a year become comparisons of the time, so that an index on it serves them. */
    public final YearExpression<T> year() {
        return new YearExpression<>(
                this,
                DateParts.part("year", local()),
                YearExpression.LAST_OF_TIMESTAMPS,
                year -> fromLocal(LocalDate.of(year, 1, 1).atStartOfDay()));
    }

    @SuppressWarnings("unchecked")
    private T fromLocal(LocalDateTime local) {
        DbType<?> type = type();
        if (!zoned()) {
            return (T) local;
        }
        ZonedDateTime zoned = local.atZone(zone());
        if (type == Types.TIMESTAMPTZ) {
            return (T) zoned.toInstant();
        }
        return type == Types.TIMESTAMPTZ_OFFSET ? (T) zoned.toOffsetDateTime() : (T) zoned;
    }

    /** The date. */
    public final DateExpression date() {
        return new DateExpression(new ValueNode.Cast(local(), "::date"), Types.DATE);
    }

    /** The time of day. */
    public final TimeExpression time() {
        return new TimeExpression(new ValueNode.Cast(local(), "::time"), Types.TIME);
    }

    /** The year that the ISO week belongs to. */
    public final NumberExpression<Integer> isoYear() {
        return DateParts.number("isoyear", local());
    }

    /** The quarter, 1 to 4. */
    public final NumberExpression<Integer> quarter() {
        return DateParts.number("quarter", local());
    }

    /** The month, 1 to 12. */
    public final NumberExpression<Integer> month() {
        return DateParts.number("month", local());
    }

    /** The ISO week, 1 to 53. */
    public final NumberExpression<Integer> week() {
        return DateParts.number("week", local());
    }

    /** The day of the month. */
    public final NumberExpression<Integer> day() {
        return DateParts.number("day", local());
    }

    /** The day of the year. */
    public final NumberExpression<Integer> dayOfYear() {
        return DateParts.number("doy", local());
    }

    /** The day of the week, 1 for Sunday to 7 for Saturday. */
    public final NumberExpression<Integer> weekDay() {
        return DateParts.number("dow", local()).plus(1);
    }

    /** The day of the week, 1 for Monday to 7 for Sunday. */
    public final NumberExpression<Integer> isoWeekDay() {
        return DateParts.number("isodow", local());
    }

    /** The hour, 0 to 23. */
    public final NumberExpression<Integer> hour() {
        return DateParts.number("hour", local());
    }

    /** The minute. */
    public final NumberExpression<Integer> minute() {
        return DateParts.number("minute", local());
    }

    /** The second, without its fraction. */
    public final NumberExpression<Integer> second() {
        return DateParts.second(local());
    }

    /** The beginning of the unit it falls into. */
    public final TimestampExpression<T> truncatedTo(DateUnit unit) {
        Node truncated = DateParts.truncated(unit, local());
        if (zoned()) {
            truncated = atZone(truncated);
        }
        return new TimestampExpression<>(truncated, type(), zone);
    }

    /** Later by a duration. */
    public final TimestampExpression<T> plus(Duration duration) {
        return sum("+", Literals.of(Types.INTERVAL_DURATION, duration));
    }

    /** Later by another expression's duration. */
    public final TimestampExpression<T> plus(IntervalExpression<?> duration) {
        return sum("+", duration.node());
    }

    /** Later by years, months and days. */
    public final TimestampExpression<T> plus(Period period) {
        return sum("+", Literals.of(Types.INTERVAL_PERIOD, period));
    }

    /** Earlier by a duration. */
    public final TimestampExpression<T> minus(Duration duration) {
        return sum("-", Literals.of(Types.INTERVAL_DURATION, duration));
    }

    /** Earlier by another expression's duration. */
    public final TimestampExpression<T> minus(IntervalExpression<?> duration) {
        return sum("-", duration.node());
    }

    /** Earlier by years, months and days. */
    public final TimestampExpression<T> minus(Period period) {
        return sum("-", Literals.of(Types.INTERVAL_PERIOD, period));
    }

    private TimestampExpression<T> sum(String operator, Node right) {
        return new TimestampExpression<>(new ValueNode.Infix(node, operator, Precedence.SUM, right), type(), zone);
    }

    /** The time that passed since another moment. */
    public final IntervalExpression<Duration> since(Expression<T> other) {
        return since(other.node());
    }

    /** The time that passed since another moment. */
    public final IntervalExpression<Duration> since(T other) {
        return since(bind(other, "since"));
    }

    private IntervalExpression<Duration> since(Node other) {
        // In seconds: the difference of two timestamps counts days, which a Duration takes for 24 hours anyway.
        return new IntervalExpression<>(new ValueNode.Infix(node, "-", Precedence.SUM, other), Types.INTERVAL_DURATION);
    }

    /** This moment, or that one where there is none. */
    public final TimestampExpression<T> orElse(T value) {
        return new TimestampExpression<>(Functions.coalesceNode(node, bind(value, "orElse")), type(), zone);
    }

    /** This moment, or another expression's where there is none. */
    public final TimestampExpression<T> orElse(Expression<T> other) {
        return new TimestampExpression<>(Functions.coalesceNode(node, other.node()), type(), zone);
    }

    /** Nothing where the moment is this one, otherwise the moment. */
    public final TimestampExpression<T> nullIf(T value) {
        return new TimestampExpression<>(
                ValueNode.Call.lenient("nullif", List.of(node, bind(value, "nullIf")), true), type(), zone);
    }

    /** Nothing where the moment is another expression's, otherwise the moment. */
    public final TimestampExpression<T> nullIf(Expression<T> other) {
        return new TimestampExpression<>(
                ValueNode.Call.lenient("nullif", List.of(node, other.node()), true), type(), zone);
    }
}
