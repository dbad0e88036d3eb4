package dev.plectrum.orm.query;

import dev.plectrum.orm.type.Types;
import java.time.Year;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The year of a date or time. A comparison with a number compares the date itself with where years begin, which an index on the date can
 * answer; for any other use it is an ordinary number.
 *
 * @param <T> the type of the date or time
 */
public final class YearExpression<T> extends NumberExpression<Integer> {
    private final OrderedExpression<T> of;
    private final IntFunction<T> start;

    YearExpression(OrderedExpression<T> of, Node part, IntFunction<T> start) {
        super(part, Types.INT4);
        this.of = of;
        this.start = start;
    }

    @Override
    public Condition eq(long year) {
        Condition since = gte(year);
        return since == Condition.FALSE || since == Condition.TRUE ? Condition.FALSE : since.and(lt(year + 1));
    }

    @Override
    public Condition eq(Integer year) {
        return eq(present(year, "eq"));
    }

    @Override
    public Condition ne(long year) {
        return eq(year).not();
    }

    @Override
    public Condition ne(Integer year) {
        return eq(present(year, "ne")).not();
    }

    @Override
    public Condition gt(long year) {
        return gte(year + 1);
    }

    @Override
    public Condition gt(Integer year) {
        return gt(present(year, "gt"));
    }

    @Override
    public Condition gte(long year) {
        T first = start(year);
        return first == null ? outside(year > 0) : of.gte(first);
    }

    @Override
    public Condition gte(Integer year) {
        return gte(present(year, "gte"));
    }

    @Override
    public Condition lt(long year) {
        T first = start(year);
        return first == null ? outside(year <= 0) : of.lt(first);
    }

    @Override
    public Condition lt(Integer year) {
        return lt(present(year, "lt"));
    }

    @Override
    public Condition lte(long year) {
        return lt(year + 1);
    }

    @Override
    public Condition lte(Integer year) {
        return lte(present(year, "lte"));
    }

    @Override
    public Condition between(long low, long high) {
        return gte(low).and(lte(high));
    }

    @Override
    public Condition between(Integer low, Integer high) {
        return between(present(low, "between"), present(high, "between"));
    }

    /** When the year begins, or null where PostgreSQL knows no such year. */
    private @Nullable T start(long year) {
        // PostgreSQL's timestamps end in 294276; its dates go on, but no calendar needs them.
        return year < -4711 || year > 294_275 || year > Year.MAX_VALUE ? null : start.apply((int) year);
    }

    private Condition outside(boolean none) {
        return none ? Condition.FALSE : of.isNotNull();
    }

    private long present(@Nullable Integer year, String method) {
        bind(year, method);
        return year == null ? 0 : year;
    }
}
