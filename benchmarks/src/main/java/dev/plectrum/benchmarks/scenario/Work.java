package dev.plectrum.benchmarks.scenario;

/** What the contestants do in process, and how many callers do it at once. */
public enum Work {
    /** A product by its key. */
    GET("get by key", 64, 1),
    /** The first 20 products from a price on. */
    FILTER("filter of 20 rows", 32, 20),
    /** The 50 newest posts with their authors, in one statement. */
    JOIN("join of 50 rows", 16, 50),
    /** The 50 newest posts with their tags, in two statements. */
    PREFETCH("prefetch of 50 rows", 16, 50),
    /** One item, its id known afterwards. */
    INSERT("insert", 64, 1),
    /** One world's number by its key. */
    UPDATE("update by key", 64, 1),
    /** A thousand items, their ids known afterwards. */
    BULK_INSERT("bulk insert of 1,000", 4, 1_000),
    /** The stock of a thousand products, each its own. */
    BULK_UPDATE("bulk update of 1,000", 4, 1_000),
    /** Every product through a cursor. */
    STREAM("stream of 100,000 rows", 2, 100_000),
    /** An item inserted, a world updated inside a savepoint, a world read. */
    TRANSACTION("transaction with savepoint", 16, 3),
    /** A thousand posts and the author of each, in two statements, whether a person or a framework saw to that. */
    LOOP("relation loop, batched", 4, 1_000),
    /** The same, with a statement for each author, one after the other. */
    LOOP_IN_TURN("relation loop, one by one", 4, 1_000),
    /** The same, with a statement for each author, all sent at once. */
    LOOP_AT_ONCE("relation loop, one each at once", 4, 1_000);

    private final String title;
    private final int callers;
    private final int rows;

    Work(String title, int callers, int rows) {
        this.title = title;
        this.callers = callers;
        this.rows = rows;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** How many callers do it at the same time, each again as soon as it is done. */
    public int callers() {
        return callers;
    }

    /** Whether it leaves the tables other than it found them. */
    public boolean writes() {
        return switch (this) {
            case INSERT, UPDATE, BULK_INSERT, BULK_UPDATE, TRANSACTION -> true;
            case GET, FILTER, JOIN, PREFETCH, STREAM, LOOP, LOOP_IN_TURN, LOOP_AT_ONCE -> false;
        };
    }

    /** How many rows it reads or writes: what an honest contestant comes to each time. */
    public int rows() {
        return rows;
    }
}
