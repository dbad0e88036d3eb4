package dev.plectrum.orm.plan;

import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.Relation;
import dev.plectrum.orm.query.SqlWriter;
import dev.plectrum.orm.query.Table;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query with its joins worked out: which there are, which of them are inner, and what each row is called. An answer; nothing
 * changes it.
 *
 * <p>The rules are Django's. A relation to one row is joined once for the whole query. A relation to many rows is joined once for each
 * call of {@code filter}, so that conditions in one call speak of the same related row and conditions in two calls may speak of
 * two; a condition on it inside {@code not} or {@code exclude} becomes a subquery, unless an earlier part of the same call has joined it.
 * What sorts or selects uses the join that is there.
 */
public final class Plan {
    /** A joined row. */
    public record Join(Path.Step path, String parent, String alias, boolean inner) {
        /** Writes {@code JOIN … ON …}. */
        public void write(SqlWriter out) {
            Relation relation = path.relation();
            out.append(inner ? "\nJOIN " : "\nLEFT JOIN ");
            out.append(relation.target().from()).append(' ').append(alias).append(" ON ");
            writeCondition(out, relation, parent, alias);
            among(out, relation.target().kind(), alias);
            among(out, relation.there(), alias);
            among(out, relation.here(), parent);
            if (relation.isFiltered()) {
                SqlWriter.Scope before = out.enter(path.level(), new Own(path, alias));
                out.append(" AND ").conjunct(relation.on(path));
                out.leave(path.level(), before);
            }
        }

        private static void among(SqlWriter out, @Nullable Kind kind, String alias) {
            if (kind != null) {
                out.append(" AND ").append(alias).append('.').append(kind.is());
            }
        }

        static void writeCondition(SqlWriter out, Relation relation, String parent, String alias) {
            for (int i = 0; i < relation.toColumns().size(); i++) {
                out.append(i > 0 ? " AND " : "")
                        .append(alias)
                        .append('.')
                        .append(relation.toColumns().get(i));
                out.append(" = ")
                        .append(parent)
                        .append('.')
                        .append(relation.fromColumns().get(i).sqlName());
            }
        }
    }

    /** Names the joined row only: all that a condition of its join can speak of. */
    private record Own(Path.Step path, String alias) implements SqlWriter.Scope {
        @Override
        public Table table() {
            return path.root().table();
        }

        @Override
        public String alias(Path asked) {
            if (!asked.equals(path)) {
                throw new IllegalArgumentException("The condition of the filtered relation " + path.relation()
                        + " follows another relation, which is not joined yet where it stands."
                        + " Compare keys, or use any(…) inside it");
            }
            return alias;
        }
    }

    /** A condition with the names that its columns have. */
    public record Where(Condition condition, int level, SqlWriter.Scope scope) {}

    private final Query query;
    private final String root;
    private final List<Join> joins;
    private final List<Where> where;
    private final SqlWriter.Scope rest;

    Plan(Query query, String root, List<Join> joins, List<Where> where, SqlWriter.Scope rest) {
        this.query = query;
        this.root = root;
        this.joins = joins;
        this.where = where;
        this.rest = rest;
    }

    /** The plan of a query that also needs the rows at the end of these paths. Rows get their names from the writer. */
    public static Plan of(Query query, List<Query.Value> values, SqlWriter out) {
        return new Planner(query, out).plan(values);
    }

    /** Whether the conditions of a query follow relations, so that a statement about its rows needs joins. */
    public static boolean followsRelations(Query query) {
        return Planner.followsRelations(query.unordered(), List.of());
    }

    /** The query that was planned. */
    public Query query() {
        return query;
    }

    /** What rows of the query's own table are called. */
    public String root() {
        return root;
    }

    /** The joins, each after the one it starts from. */
    public List<Join> joins() {
        return joins;
    }

    /** The conditions, all of which must hold. */
    public List<Where> where() {
        return where;
    }

    /** The names for everything that is not a condition. */
    public SqlWriter.Scope rest() {
        return rest;
    }

    /** Names of rows by their path; those of relations to one row are shared by the whole query. */
    record Names(
            Table table, String root, Function<Path, @Nullable String> shared, Function<Path, @Nullable String> own)
            implements SqlWriter.Scope {
        @Override
        public String alias(Path path) {
            if (path instanceof Path.Root) {
                return root;
            }
            @Nullable String alias = own.apply(path);
            if (alias == null) {
                alias = shared.apply(path);
            }
            if (alias == null) {
                throw new IllegalStateException("Plectrum has a bug, please report it: no join for " + path);
            }
            return alias;
        }
    }
}
