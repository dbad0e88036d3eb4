package dev.plectrum.orm.query;

import dev.plectrum.orm.type.DbType;
import dev.plectrum.orm.type.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;

/** A date. */
public class DateExpression extends OrderedExpression<LocalDate> {
    private final Node node;

    DateExpression(Node node, DbType<LocalDate> type) {
        super(type);
        this.node = node;
    }

    @Override
    public final Node node() {
        return node;
    }

    /** The calendar year. Comparisons with a year become comparisons of the date, so that an index on it serves them. */
    public final YearExpression<LocalDate> year() {
        return new YearExpression<>(
                this, DateParts.part("year", node), YearExpression.LAST_OF_DATES, year -> LocalDate.of(year, 1, 1));
    }

    /** The year that the ISO week belongs to. */
    public final NumberExpression<Integer> isoYear() {
        return DateParts.number("isoyear", node);
    }

    /** The quarter, 1 to 4. */
    public final NumberExpression<Integer> quarter() {
        return DateParts.number("quarter", node);
    }

    /** The month, 1 to 12. */
    public final NumberExpression<Integer> month() {
        return DateParts.number("month", node);
    }

    /** The ISO week, 1 to 53. */
    public final NumberExpression<Integer> week() {
        return DateParts.number("week", node);
    }

    /** The day of the month. */
    public final NumberExpression<Integer> day() {
        return DateParts.number("day", node);
    }

    /** The day of the year. */
    public final NumberExpression<Integer> dayOfYear() {
        return DateParts.number("doy", node);
    }

    /** The day of the week, 1 for Sunday to 7 for Saturday. */
    public final NumberExpression<Integer> weekDay() {
        return DateParts.number("dow", node).plus(1);
    }

    /** The day of the week, 1 for Monday to 7 for Sunday. */
    public final NumberExpression<Integer> isoWeekDay() {
        return DateParts.number("isodow", node);
    }

    /** The first day of the unit it falls into. */
    public final DateExpression truncatedTo(DateUnit unit) {
        // The cast keeps PostgreSQL from going through the session's time zone.
        Node truncated = DateParts.truncated(unit, new ValueNode.Cast(node, "::timestamp"));
        return new DateExpression(new ValueNode.Cast(truncated, "::date"), type());
    }

    /** So many days later, or earlier if negative. */
    public final DateExpression plusDays(int days) {
        return new DateExpression(
                new ValueNode.Infix(node, "+", Precedence.SUM, Literals.of(Types.INT4, days)), type());
    }

    /** So many days earlier. */
    public final DateExpression minusDays(int days) {
        return new DateExpression(
                new ValueNode.Infix(node, "-", Precedence.SUM, Literals.of(Types.INT4, days)), type());
    }

    /** Later by years, months and days, at midnight. */
    public final TimestampExpression<LocalDateTime> plus(Period period) {
        return new TimestampExpression<>(
                new ValueNode.Infix(node, "+", Precedence.SUM, Literals.of(Types.INTERVAL_PERIOD, period)),
                Types.TIMESTAMP);
    }

    /** The number of days since another date. */
    public final NumberExpression<Integer> daysSince(Expression<LocalDate> other) {
        return new NumberExpression<>(new ValueNode.Infix(node, "-", Precedence.SUM, other.node()), Types.INT4);
    }

    /** The number of days since another date. */
    public final NumberExpression<Integer> daysSince(LocalDate other) {
        return new NumberExpression<>(
                new ValueNode.Infix(node, "-", Precedence.SUM, bind(other, "daysSince")), Types.INT4);
    }

    /** This date, or that one where there is none. */
    public final DateExpression orElse(LocalDate value) {
        return new DateExpression(Functions.coalesceNode(node, bind(value, "orElse")), type());
    }

    /** This date, or another expression's where there is none. */
    public final DateExpression orElse(Expression<LocalDate> other) {
        return new DateExpression(Functions.coalesceNode(node, other.node()), type());
    }

    /** Nothing where the date is this one, otherwise the date. */
    public final DateExpression nullIf(LocalDate value) {
        return new DateExpression(ValueNode.Call.lenient("nullif", List.of(node, bind(value, "nullIf")), true), type());
    }

    /** Nothing where the date is another expression's, otherwise the date. */
    public final DateExpression nullIf(Expression<LocalDate> other) {
        return new DateExpression(ValueNode.Call.lenient("nullif", List.of(node, other.node()), true), type());
    }
}
