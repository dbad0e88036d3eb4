package dev.plectrum.orm.plan;

import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.SqlWriter;
import dev.plectrum.orm.query.Table;

/** A query with its joins worked out: what each row is called. An answer; it changes nothing. */
public final class Plan implements SqlWriter.Scope {
    private final Query query;
    private final String root;

    private Plan(Query query, String root) {
        this.query = query;
        this.root = root;
    }

    /** The plan of a query whose rows get their names from this writer. */
    public static Plan of(Query query, SqlWriter out) {
        return new Plan(query, out.newAlias());
    }

    /** The query that was planned. */
    public Query query() {
        return query;
    }

    /** What rows of the query's own table are called. */
    public String root() {
        return root;
    }

    @Override
    public Table table() {
        return query.table();
    }

    @Override
    public String alias(Path path) {
        if (path instanceof Path.Root) {
            return root;
        }
        throw new IllegalStateException("The relation " + path + " is not joined");
    }
}
