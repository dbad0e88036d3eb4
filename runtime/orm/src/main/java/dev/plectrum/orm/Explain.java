package dev.plectrum.orm;

import dev.plectrum.orm.sql.Sql;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What {@code aexplain} is to tell beside the plan. */
public enum Explain {
    /** Run the statement and tell what really happened. */
    ANALYZE,
    /** Tell which blocks were read. Goes with {@link #ANALYZE}. */
    BUFFERS,
    /** Tell more of every node. */
    VERBOSE,
    /** Tell which settings differ from their defaults. */
    SETTINGS,
    /** Tell how much was written to the log. Goes with {@link #ANALYZE}. */
    WAL;

    static Sql of(Sql sql, Explain... options) {
        String words = Arrays.stream(options).distinct().map(Enum::name).collect(Collectors.joining(", "));
        String explain = words.isEmpty() ? "EXPLAIN " : "EXPLAIN (" + words + ") ";
        return sql.withText(explain + sql.text());
    }
}
