package dev.plectrum.orm.query;

/** What {@code ref.aget()} and {@code many.alist()} do for a relation that was not loaded with its row. */
public enum FetchMode {
    /** Load the relation of all rows of the result at once: a loop over them costs one statement. */
    BATCH,
    /** Load that one row's relation only. */
    ONE,
    /** Fail, naming the relation: whatever is needed has to be in the query. */
    FAIL
}
