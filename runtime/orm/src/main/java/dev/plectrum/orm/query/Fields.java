package dev.plectrum.orm.query;

import java.util.List;
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

    private Condition related(Function<F, Condition> condition, boolean negated) {
        Path.Step first = firstMany();
        // The inner query starts at the first relation to many rows; what leads there belongs to the outer row.
        return Scopes.apply(level -> at(rebase(path, first, new Path.Root(first.table(), level))), row -> {
            int level = Scopes.level() - 1;
            Path.Root inner = new Path.Root(first.table(), level);
            Condition inside = condition.apply(row);
            Condition joined = Condition.TRUE;
            List<ColumnDef<?>> from = first.relation().fromColumns();
            for (int i = 0; i < from.size(); i++) {
                ColumnNode target = new ColumnNode(inner, first.relation().to(i));
                joined = joined.and(new Condition.Comparison(target, "=", new ColumnNode(first.from(), from.get(i))));
            }
            Query query = Query.of(first.table()).filter(joined, level).filter(negated ? inside.not() : inside, level);
            return Condition.In.exists(new Nested(query, List.of()));
        });
    }

    @SuppressWarnings("unchecked") // a table makes the fields that belong to it
    private F at(Path path) {
        return (F) path.table().fields(path);
    }

    private Path.Step firstMany() {
        Path.Step first = null;
        for (Path at = path; at instanceof Path.Step step; at = step.from()) {
            if (first == null || step.relation().many()) {
                first = step;
            }
        }
        if (first == null) {
            throw new IllegalStateException(
                    this + " is the query's own row: any, none and every are asked of related rows");
        }
        return first;
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
