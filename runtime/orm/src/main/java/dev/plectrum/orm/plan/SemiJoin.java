package dev.plectrum.orm.plan;

import dev.plectrum.orm.query.ColumnDef;
import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Kind;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.SqlWriter;
import dev.plectrum.orm.query.Subselect;
import dev.plectrum.orm.query.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A condition on related rows as a subquery over them, instead of as a join. A condition that holds although a row is missing, such as
 * {@code IS NULL}, holds where there is no related row: that takes an outer join, which has to start from the row itself.
 */
record SemiJoin(Path.Step many, Condition condition) implements Subselect {
    @Override
    public void write(SqlWriter out) {
        SqlWriter.Scope outer = out.scopeAt(many.level());
        if (outer == null) {
            throw new IllegalStateException("Plectrum has a bug, please report it: no query around " + many);
        }
        Map<Path, Plan.Join> joins = new LinkedHashMap<>();
        String start = condition.strict() ? null : out.newAlias();
        String alias = out.newAlias();
        condition.columns(column -> inside(column.trimmed().path(), alias, joins, out));

        Table from = start == null ? many.table() : many.from().table();
        out.append("SELECT 1\nFROM ").append(from.from()).append(' ').append(start == null ? alias : start);
        if (start != null) {
            new Plan.Join(many, start, alias, false).write(out);
        }
        joins.values().forEach(join -> join.write(out));
        out.append("\nWHERE ");
        linked().forEach((here, around) -> {
            out.append(start == null ? alias : start).append('.').append(here).append(" = ");
            around.write(out);
            out.append(" AND ");
        });
        if (start == null) {
            among(out, from.kind(), alias);
            among(out, many.relation().there(), alias);
        }
        SqlWriter.Scope before = out.enter(many.level(), new Inside(outer, many, alias, joins));
        if (start == null && many.relation().isFiltered()) {
            out.conjunct(many.relation().on(many)).append(" AND ");
        }
        out.conjunct(condition);
        out.leave(many.level(), before);
    }

    private static void among(SqlWriter out, @Nullable Kind kind, String alias) {
        if (kind != null) {
            out.append(alias).append('.').append(kind.is()).append(" AND ");
        }
    }

    /** Which columns of the subquery's first table are equal to which ones of the row around. */
    private Map<String, ColumnNode> linked() {
        Map<String, ColumnNode> linked = new LinkedHashMap<>();
        if (condition.strict()) {
            for (int i = 0; i < many.relation().fromColumns().size(); i++) {
                ColumnDef<?> from = many.relation().fromColumns().get(i);
                linked.put(many.relation().toColumns().get(i), new ColumnNode(many.from(), from));
            }
        } else {
            many.from().table().key().forEach(key -> linked.put(key.sqlName(), new ColumnNode(many.from(), key)));
        }
        return linked;
    }

    private @Nullable String inside(Path path, String alias, Map<Path, Plan.Join> joins, SqlWriter out) {
        if (path.equals(many)) {
            return alias;
        }
        if (!(path instanceof Path.Step step)) {
            return null;
        }
        Plan.Join known = joins.get(path);
        if (known != null) {
            return known.alias();
        }
        String parent = inside(step.from(), alias, joins, out);
        if (parent == null) {
            return null;
        }
        Plan.Join join = new Plan.Join(step, parent, out.newAlias(), condition.strict());
        joins.put(path, join);
        return join.alias();
    }

    /** Only the columns of the rows around: the related rows' own are the subquery's business. */
    @Override
    public void columns(Consumer<ColumnNode> sink) {
        condition.columns(column -> {
            if (!startsWithMany(column.trimmed().path())) {
                sink.accept(column);
            }
        });
        linked().values().forEach(sink);
    }

    private boolean startsWithMany(Path path) {
        for (Path at = path; at instanceof Path.Step step; at = step.from()) {
            if (at.equals(many)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private record Inside(SqlWriter.Scope outer, Path.Step many, String alias, Map<Path, Plan.Join> joins)
            implements SqlWriter.Scope {
        @Override
        public Table table() {
            return outer.table();
        }

        @Override
        public String alias(Path path) {
            if (path.equals(many)) {
                return alias;
            }
            Plan.Join join = joins.get(path);
            return join == null ? outer.alias(path) : join.alias();
        }
    }
}
