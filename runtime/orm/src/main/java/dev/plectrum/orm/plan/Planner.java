package dev.plectrum.orm.plan;

import dev.plectrum.orm.query.ColumnNode;
import dev.plectrum.orm.query.Condition;
import dev.plectrum.orm.query.Node;
import dev.plectrum.orm.query.Path;
import dev.plectrum.orm.query.Query;
import dev.plectrum.orm.query.SqlWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works out a {@link Plan}. Used once. */
final class Planner {
    /** A join whose kind is not settled yet. */
    private static final class Pending {
        private final Path.Step path;
        private final @Nullable Pending parent;
        private final String alias;
        private boolean inner;

        Pending(Path.Step path, @Nullable Pending parent, String alias) {
            this.path = path;
            this.parent = parent;
            this.alias = alias;
            this.inner = (parent == null || parent.inner) && !path.relation().optional();
        }
    }

    /** Joins by their path: of a path that was joined several times, the latest. Looked through, because a query has few. */
    private static final class Joins {
        private List<Pending> joins = List.of();

        @Nullable Pending get(Path path) {
            if (!(path instanceof Path.Step step)) {
                return null;
            }
            for (int i = joins.size() - 1; i >= 0; i--) {
                if (joins.get(i).path.joinsAs(step)) {
                    return joins.get(i);
                }
            }
            return null;
        }

        void add(Pending join) {
            if (joins.isEmpty()) {
                joins = List.of(join);
                return;
            }
            if (joins.size() == 1) {
                joins = new ArrayList<>(joins);
            }
            joins.add(join);
        }

        void addAll(Joins others) {
            others.joins.forEach(this::add);
        }

        boolean isEmpty() {
            return joins.isEmpty();
        }
    }

    private final Query query;
    private final SqlWriter out;
    private final String root;
    private final List<Pending> pending = new ArrayList<>(0);
    private final Joins toOne = new Joins();
    /** The latest join of each path to many rows, for what sorts or selects. */
    private final Joins latest = new Joins();

    Planner(Query query, SqlWriter out) {
        this.query = query;
        this.out = out;
        this.root = out.newAlias();
    }

    Plan plan(List<Query.Value> values) {
        if (!followsRelations(query, values)) {
            Plan.Names names = new Plan.Names(query.table(), root, Planner::noName, Planner::noName);
            List<Plan.Where> where = new ArrayList<>(query.filters().size());
            for (Query.Filter filter : query.filters()) {
                where.add(new Plan.Where(filter.condition(), filter.level(), names));
            }
            return new Plan(query, root, List.of(), where, names);
        }
        List<Condition> conditions = new ArrayList<>(query.filters().size());
        List<Joins> own = new ArrayList<>(query.filters().size());
        for (Query.Filter filter : query.filters()) {
            Joins toMany = new Joins();
            conditions.add(filter(filter, toMany));
            own.add(toMany);
            latest.addAll(toMany);
        }
        for (Query.Sort sort : query.order()) {
            join(sort.order().node(), sort.level(), latest);
        }
        for (Query.Value value : query.distinctOn()) {
            join(value.node(), value.level(), latest);
        }
        for (Query.Value value : values) {
            join(value.node(), value.level(), latest);
        }
        for (Path path : query.related()) {
            join(path, latest);
        }
        return finish(conditions, own);
    }

    static boolean followsRelations(Query query, List<Query.Value> values) {
        if (!query.related().isEmpty()) {
            return true;
        }
        boolean[] found = new boolean[1];
        for (Query.Filter filter : query.filters()) {
            filter.condition().columns(column -> found[0] |= isJoined(column, filter.level()));
        }
        for (Query.Sort sort : query.order()) {
            sort.order().node().columns(column -> found[0] |= isJoined(column, sort.level()));
        }
        for (Query.Value value : query.distinctOn()) {
            value.node().columns(column -> found[0] |= isJoined(column, value.level()));
        }
        for (Query.Value value : values) {
            value.node().columns(column -> found[0] |= isJoined(column, value.level()));
        }
        return found[0];
    }

    private static boolean isJoined(ColumnNode column, int level) {
        Path path = column.trimmed().path();
        return path instanceof Path.Step && path.level() == level;
    }

    private Plan finish(List<Condition> conditions, List<Joins> own) {
        List<Plan.Join> joins = new ArrayList<>(pending.size());
        for (Pending join : pending) {
            String parent = join.parent == null ? root : join.parent.alias;
            joins.add(new Plan.Join(join.path, parent, join.alias, join.inner));
        }
        Function<Path, @Nullable String> shared = names(toOne);
        List<Plan.Where> where = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            Plan.Names names = new Plan.Names(query.table(), root, shared, names(own.get(i)));
            where.add(new Plan.Where(conditions.get(i), query.filters().get(i).level(), names));
        }
        return new Plan(query, root, joins, where, new Plan.Names(query.table(), root, shared, names(latest)));
    }

    private static @Nullable String noName(Path path) {
        return null;
    }

    /** A look at the joins themselves, which nothing changes any more. */
    private static Function<Path, @Nullable String> names(Joins joins) {
        if (joins.isEmpty()) {
            return Planner::noName;
        }
        return path -> {
            Pending join = joins.get(path);
            return join == null ? null : join.alias;
        };
    }

    // ---- joining

    private void join(Node node, int level, Joins toMany) {
        node.columns(column -> {
            ColumnNode read = column.trimmed();
            if (isJoined(read, level)) {
                join(read.path(), toMany);
            }
        });
    }

    private @Nullable Pending join(Path path, Joins toMany) {
        if (!(path instanceof Path.Step step)) {
            return null;
        }
        Joins known = path.many() ? toMany : toOne;
        Pending join = known.get(path);
        if (join == null) {
            Pending parent = join(step.from(), toMany);
            join = new Pending(step, parent, out.newAlias());
            known.add(join);
            pending.add(join);
        }
        return join;
    }

    // ---- one call of filter

    private Condition filter(Query.Filter filter, Joins toMany) {
        Votes innerBefore = new Votes();
        for (Pending join : pending) {
            if (join.inner) {
                innerBefore.add(join);
            }
        }
        Walk walk = new Walk(filter.level(), toMany);
        Condition condition = walk.joined(filter.condition(), false);
        demote(walk.votes(condition, false));
        // An OR in this call cannot make outer what an earlier call has made inner.
        demote(innerBefore.joins);
        return condition;
    }

    /** Joins that can be inner: most conditions vote for none. */
    private static final class Votes {
        private Set<Pending> joins = Set.of();

        void add(Pending join) {
            if (joins.contains(join)) {
                return;
            }
            if (joins.isEmpty()) {
                joins = Set.of(join);
                return;
            }
            if (joins.size() == 1) {
                joins = new HashSet<>(joins);
            }
            joins.add(join);
        }
    }

    private final class Walk {
        private final int level;
        private final Joins toMany;

        Walk(int level, Joins toMany) {
            this.level = level;
            this.toMany = toMany;
        }

        /**
         * Joins what the condition reads, and returns it with each part under a negation that reads a relation to many rows turned into
         * a subquery: a join would ask whether some related row does not meet it, instead of whether none does. Unless a part before
         * it in the same call has joined the relation: then both speak of that row, as in {@code spam AND NOT nice}.
         */
        Condition joined(Condition condition, boolean negated) {
            if (condition instanceof Condition.Junction junction) {
                return joined(junction, negated);
            }
            if (condition instanceof Condition.Xor xor) {
                return joined(xor.left(), negated).xor(joined(xor.right(), negated));
            }
            if (condition instanceof Condition.Not not) {
                return joined(not.condition(), true).not();
            }
            Path.Step many = negated ? manyOf(condition) : null;
            Condition result = many == null ? condition : Condition.In.exists(new SemiJoin(many, condition));
            join(result, level, toMany);
            return result;
        }

        /** The junction itself if none of its parts became another, as nearly always. */
        @SuppressWarnings("ReferenceEquality") // another part is another object
        private Condition joined(Condition.Junction junction, boolean negated) {
            Condition result = junction.all() ? Condition.TRUE : Condition.FALSE;
            boolean changed = false;
            List<Condition> parts = new ArrayList<>(junction.parts().size());
            for (Condition part : junction.parts()) {
                Condition with = joined(part, negated);
                changed |= with != part;
                parts.add(with);
            }
            if (!changed) {
                return junction;
            }
            for (Condition part : parts) {
                result = junction.all() ? result.and(part) : result.or(part);
            }
            return result;
        }

        /** The first relation to many rows that the condition follows and that is not joined yet. */
        private Path.@Nullable Step manyOf(Condition condition) {
            Path.@Nullable Step[] found = new Path.Step[1];
            condition.columns(column -> {
                Path.Step first = null;
                for (Path at = column.trimmed().path(); at instanceof Path.Step step; at = step.from()) {
                    if (step.relation().many() && step.level() == level && toMany.get(step) == null) {
                        first = step;
                    }
                }
                if (found[0] == null) {
                    found[0] = first;
                }
            });
            return found[0];
        }

        /** Which joins can be inner as far as this condition goes. */
        Set<Pending> votes(Condition condition, boolean negated) {
            if (condition instanceof Condition.Not not) {
                return votes(not.condition(), !negated);
            }
            if (condition instanceof Condition.Junction junction) {
                return count(junction, negated);
            }
            boolean missingRowsDrop =
                    negated ? condition instanceof Condition.IsNull isNull && isNull.missing() : condition.strict();
            if (!missingRowsDrop) {
                return Set.of();
            }
            Votes votes = new Votes();
            condition.columns(column -> {
                ColumnNode read = column.trimmed();
                if (isJoined(read, level)) {
                    for (Pending join = join(read.path(), toMany); join != null; join = join.parent) {
                        votes.add(join);
                    }
                }
            });
            return votes.joins;
        }

        /** AND needs one vote for inner, OR needs all; NOT swaps the two. */
        private Set<Pending> count(Condition.Junction junction, boolean negated) {
            boolean all = junction.all() != negated;
            if (all) {
                Votes inner = new Votes();
                for (Condition part : junction.parts()) {
                    votes(part, negated).forEach(inner::add);
                }
                demote(inner.joins);
                return inner.joins;
            }
            Map<Pending, Integer> counts = new LinkedHashMap<>();
            for (Condition part : junction.parts()) {
                for (Pending join : votes(part, negated)) {
                    counts.merge(join, 1, Integer::sum);
                }
            }
            Set<Pending> inner = new HashSet<>();
            List<Pending> outer = new ArrayList<>();
            counts.forEach((join, count) -> {
                if (count == junction.parts().size()) {
                    inner.add(join);
                } else {
                    outer.add(join);
                }
            });
            promote(outer);
            demote(inner);
            return inner;
        }
    }

    /** Makes joins outer whose row may be missing, and those that start from them. */
    private void promote(List<Pending> joins) {
        for (Pending join : joins) {
            join.inner &= !join.path.relation().optional() && (join.parent == null || join.parent.inner);
        }
        for (Pending join : pending) {
            join.inner &= join.parent == null || join.parent.inner;
        }
    }

    /** Makes joins inner, and those they start from. */
    private void demote(Set<Pending> joins) {
        for (Pending join : joins) {
            for (Pending at = join; at != null; at = at.parent) {
                at.inner = true;
            }
        }
    }
}
