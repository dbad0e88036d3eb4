package dev.plectrum.orm.query;

import dev.plectrum.orm.type.Types;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The year of a date or time. A comparison with a number compares the date itself with where years begin, which an index on the date can
 * answer; for any other use it is an ordinary number.
 *
 * @param <T> the type of the date or time
 */
public final class YearExpression<T> extends NumberExpression<Integer> {
    /** The last year of which PostgreSQL has timestamps. */
    static final int LAST_OF_TIMESTAMPS = 294_276;

    /** The last year of which PostgreSQL has dates. */
    static final int LAST_OF_DATES = 5_874_897;

    /** 4713 BC: of the year before PostgreSQL has only the end. */
    private static final int FIRST = -4713;

    private final OrderedExpression<T> of;
    private final int last;
    private final IntFunction<T> start;

    YearExpression(OrderedExpression<T> of, Node part, int last, IntFunction<T> start) {
        super(part, Types.INT4);
        this.of = of;
        this.last = last;
        this.start = start;
    }

    @Override
    public Condition eq(long year) {
        return within(year, year);
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
        return year >= last ? Condition.FALSE : gte(year + 1);
    }

    @Override
    public Condition gt(Integer year) {
        return gt(present(year, "gt"));
    }

    @Override
    public Condition gte(long year) {
        if (year > last) {
            return Condition.FALSE;
        }
        return year < FIRST ? of.isNotNull() : of.gte(start(year));
    }

    @Override
    public Condition gte(Integer year) {
        return gte(present(year, "gte"));
    }

    @Override
    public Condition lt(long year) {
        if (year < FIRST) {
            return Condition.FALSE;
        }
        return year > last ? of.isNotNull() : of.lt(start(year));
    }

    @Override
    public Condition lt(Integer year) {
        return lt(present(year, "lt"));
    }

    @Override
    public Condition lte(long year) {
        return year >= last ? of.isNotNull() : lt(year + 1);
    }

    @Override
    public Condition lte(Integer year) {
        return lte(present(year, "lte"));
    }

    @Override
    public Condition between(long low, long high) {
        return within(low, high);
    }

    @Override
    public Condition between(Integer low, Integer high) {
        return between(present(low, "between"), present(high, "between"));
    }

    private Condition within(long low, long high) {
        if (low > high || low > last || high < FIRST) {
            return Condition.FALSE;
        }
        if (low < FIRST) {
            return lte(high);
        }
        return high >= last
                ? gte(low)
                : new Condition.Within(of.node(), of.bind(start(low), "between"), of.bind(start(high + 1), "between"));
    }

    /** When a year begins. There is no year 0: before 1 comes 1 BC, which PostgreSQL counts as -1 and Java as 0. */
    private T start(long year) {
        int counted = (int) year;
        return start.apply(counted < 0 ? counted + 1 : Math.max(counted, 1));
    }

    private long present(@Nullable Integer year, String method) {
        bind(year, method);
        return year == null ? 0 : year;
    }
}
