package dev.plectrum.orm.query;

/**
 * One column of a query's rows, to be compared with inside another query.
 *
 * @param <T> the column's Java type
 */
public interface Selection<T> {
    /** The query, as another one contains it. */
    Subselect subselect();
}
