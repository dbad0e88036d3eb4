package dev.plectrum.orm.query;

import dev.plectrum.orm.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The base of generated {@code …Fields} classes: the row that a lambda is given, or one reached from it by relations.
 *
 * @param <F> the generated class itself
 */
public abstract class Fields<F extends Fields<F>> {
    /** Fields that were asked for before. Two threads may both make some; either are as good. */
    private record Followed(
            Relation relation, Fields<?> fields, @Nullable Followed next) {}

    private final Path path;
    private @Nullable Followed followed;

    /** The fields of the row at the end of this path. */
    protected Fields(Path path) {
        this.path = path;
    }

    /** Where the row is found. */
    public final Path path() {
        return path;
    }

    /** The fields of the row, or rows, that a relation leads to. */
    @SuppressWarnings("unchecked") // a relation's target makes the fields that belong to it
    protected final <G extends Fields<G>> G follow(Relation relation) {
        return (G) follow(relation, path, relation::target);
    }

    /** The fields of the rows that a relation with a table of its own leads to. */
    @SuppressWarnings("unchecked") // a relation's target makes the fields that belong to it
    protected final <G extends Fields<G>> G follow(JoinTable through) {
        return (G) follow(through.toFar(), path.to(through.toNear()), () -> through.toFar()
                .target());
    }

    private Fields<?> follow(Relation relation, Path from, Supplier<Table> target) {
        for (Followed known = followed; known != null; known = known.next) {
            if (known.relation == relation) {
                return known.fields;
            }
        }
        Fields<?> fields = target.get().fields(from.to(relation));
        followed = new Followed(relation, fields, followed);
        return fields;
    }

    /** Holds where a related row exists for which the condition holds. Never makes a row appear twice, as a join would. */
    public final Condition any(Function<F, Condition> condition) {
        return related(condition, false);
    }

    /** Holds where no related row exists for which the condition holds. */
    public final Condition none(Function<F, Condition> condition) {
        return related(condition, false).not();
    }

    /** Holds where the condition holds for every related row, so also where there is none. */
    public final Condition every(Function<F, Condition> condition) {
        return related(condition, true).not();
    }

    /** Holds where there is a related row. */
    public final Condition exist() {
        return any(row -> Condition.TRUE);
    }

    /** How many related rows there are. */
    public final NumberExpression<Long> count() {
        return count(row -> Condition.TRUE);
    }

    /** For how many related rows the condition holds. */
    public final NumberExpression<Long> count(Function<F, Condition> condition) {
        Path.Step first = subqueries().get(0);
        return Scopes.apply(level -> new Path.Root(first.table(), level), row -> {
            Path end = rebase(path, first, row);
            Condition inside = Objects.requireNonNull(condition.apply(at(end)), "The lambda returned null");
            Condition there = end instanceof Path.Step ? Condition.present(key(end)) : Condition.TRUE;
            Query query = Query.of(first.table())
                    .filter(linked(first, first.from(), row).and(there).and(inside), row.level());
            Node all = new ValueNode.Call("count", List.of(ValueNode.Star.ALL), false, false);
            return new NumberExpression<>(
                    new ValueNode.Scalar(new Nested(query, List.of(new Query.Value(all, row.level())))), Types.INT8);
        });
    }

    private Condition related(Function<F, Condition> condition, boolean negated) {
        List<Path.Step> steps = subqueries();
        return exists(steps, steps.get(0).from(), end -> {
            Condition inside = Objects.requireNonNull(condition.apply(at(end)), "The lambda returned null");
            Condition wanted = negated ? inside.not() : inside;
            // A row that is not there is not one for which IS NULL holds.
            return end.optional() ? Condition.missing(key(end)).not().and(wanted) : wanted;
        });
    }

    /** That there is a row along the first of these steps from here, and so on, for the last of which the condition holds. */
    private Condition exists(List<Path.Step> steps, Path from, Function<Path, Condition> ofEnd) {
        Path.Step step = steps.get(0);
        return Scopes.apply(level -> new Path.Root(step.table(), level), row -> {
            Condition joined = linked(step, from, row);
            List<Path.Step> others = steps.subList(1, steps.size());
            Condition inside = others.isEmpty()
                    ? ofEnd.apply(rebase(path, step, row))
                    : exists(others, rebase(others.get(0).from(), step, row), ofEnd);
            Query query = Query.of(step.table()).filter(joined, row.level()).filter(inside, row.level());
            return Condition.In.exists(new Nested(query, List.of()));
        });
    }

    /** That a row is one that this step leads to from there. */
    private static Condition linked(Path.Step step, Path from, Path.Root row) {
        Relation relation = step.relation();
        Condition linked = Condition.TRUE;
        for (int i = 0; i < relation.fromColumns().size(); i++) {
            ColumnNode target = new ColumnNode(row, relation.to(i));
            ColumnNode source = new ColumnNode(from, relation.from(i));
            linked = linked.and(new Condition.Comparison(target, "=", source));
        }
        Kind here = relation.here();
        Kind there = relation.there();
        return linked.and(here == null ? Condition.TRUE : here.of(from))
                .and(there == null ? Condition.TRUE : there.of(row))
                .and(relation.on(row));
    }

    private static ColumnNode key(Path path) {
        return new ColumnNode(path, path.table().key().get(0));
    }

    @SuppressWarnings("unchecked") // a table makes the fields that belong to it
    private F at(Path path) {
        return (F) path.table().fields(path);
    }

    /** The steps to many rows, each of which takes a subquery of its own; without any, the last step. */
    private List<Path.Step> subqueries() {
        if (!(path instanceof Path.Step last)) {
            throw new IllegalStateException(
                    this + " is the query's own row: any, none and every are asked of related rows");
        }
        List<Path.Step> steps = new ArrayList<>();
        for (Path at = path; at instanceof Path.Step step; at = step.from()) {
            if (step.relation().many()) {
                steps.add(0, step);
            }
        }
        return steps.isEmpty() ? List.of(last) : steps;
    }

    private static Path rebase(Path path, Path.Step start, Path.Root onto) {
        if (path == start) {
            return onto;
        }
        Path.Step step = (Path.Step) path;
        return new Path.Step(rebase(step.from(), start, onto), step.relation());
    }

    @Override
    public String toString() {
        return path.table().modelName();
    }
}
