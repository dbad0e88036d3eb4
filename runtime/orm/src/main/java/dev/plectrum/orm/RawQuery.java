package dev.plectrum.orm;

import dev.plectrum.orm.exec.Session;
import dev.plectrum.orm.query.Expression;
import dev.plectrum.orm.query.Functions;
import dev.plectrum.orm.query.Node;
import dev.plectrum.orm.sql.Sql;
import dev.plectrum.orm.sql.Statements;
import dev.plectrum.orm.type.DbType;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A SELECT of the caller's own, whose columns become anything: {@code into(…)} says what, and of which types they are, in their order. For
 * rows of a model there is {@link QuerySet#raw}.
 *
 * <pre>{@code
 * record NameCount(String name, long count) {}
 *
 * RawQuery.of(db, "SELECT name, count(*) FROM product GROUP BY name HAVING count(*) > ?", value(1))
 *         .into(NameCount::new, Types.TEXT, Types.INT8)
 *         .alist();
 * }</pre>
 *
 * <p>A column without a value is null; where Java's type cannot be, as a {@code long}, reading the row fails.
 */
@SuppressWarnings(
        "NullAway") // what decode returns is null where the caller's function is to be told of a missing value
public final class RawQuery {
    private final Session session;
    private final Node select;

    private RawQuery(Session session, Node select) {
        this.session = session;
        this.select = select;
    }

    /**
     * A SELECT, or anything else that may stand in parentheses after FROM. Values go where the {@code ?} are, and never into the text: see
     * {@link Functions#raw}.
     */
    public static RawQuery of(Session session, String select, Expression<?>... between) {
        return new RawQuery(session, Functions.raw(select, between).node());
    }

    /** What makes a row of one column. */
    public <A, R> RawRows<R> into(Function<? super A, ? extends R> make, DbType<A> first) {
        return rows(row -> make.apply(first.decode(row, 0)), first);
    }

    /** What makes a row of two columns. */
    public <A, B, R> RawRows<R> into(
            BiFunction<? super A, ? super B, ? extends R> make, DbType<A> first, DbType<B> second) {
        return rows(row -> make.apply(first.decode(row, 0), second.decode(row, 1)), first, second);
    }

    /** What makes a row of three columns. */
    public <A, B, C, R> RawRows<R> into(
            Of3<? super A, ? super B, ? super C, ? extends R> make,
            DbType<A> first,
            DbType<B> second,
            DbType<C> third) {
        return rows(
                row -> make.apply(first.decode(row, 0), second.decode(row, 1), third.decode(row, 2)),
                first,
                second,
                third);
    }

    /** What makes a row of four columns. */
    public <A, B, C, D, R> RawRows<R> into(
            Of4<? super A, ? super B, ? super C, ? super D, ? extends R> make,
            DbType<A> first,
            DbType<B> second,
            DbType<C> third,
            DbType<D> fourth) {
        return rows(
                row -> make.apply(
                        first.decode(row, 0), second.decode(row, 1), third.decode(row, 2), fourth.decode(row, 3)),
                first,
                second,
                third,
                fourth);
    }

    /** What makes a row of five columns. */
    public <A, B, C, D, E, R> RawRows<R> into(
            Of5<? super A, ? super B, ? super C, ? super D, ? super E, ? extends R> make,
            DbType<A> first,
            DbType<B> second,
            DbType<C> third,
            DbType<D> fourth,
            DbType<E> fifth) {
        return rows(
                row -> make.apply(
                        first.decode(row, 0),
                        second.decode(row, 1),
                        third.decode(row, 2),
                        fourth.decode(row, 3),
                        fifth.decode(row, 4)),
                first,
                second,
                third,
                fourth,
                fifth);
    }

    private <R> RawRows<R> rows(Function<Row, R> decoder, DbType<?>... types) {
        Sql sql = Statements.selectRaw(select, List.of(types));
        return new RawRows<>(session, sql, () -> decoder);
    }

    /** A function of three arguments. */
    @FunctionalInterface
    public interface Of3<A, B, C, R> {
        /** What the three make. */
        R apply(A first, B second, C third);
    }

    /** A function of four arguments. */
    @FunctionalInterface
    public interface Of4<A, B, C, D, R> {
        /** What the four make. */
        R apply(A first, B second, C third, D fourth);
    }

    /** A function of five arguments. */
    @FunctionalInterface
    public interface Of5<A, B, C, D, E, R> {
        /** What the five make. */
        R apply(A first, B second, C third, D fourth, E fifth);
    }
}
