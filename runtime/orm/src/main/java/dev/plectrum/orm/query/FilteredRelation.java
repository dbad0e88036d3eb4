package dev.plectrum.orm.query;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A relation of which only some rows count: the condition is part of the join, so that rows without such a related row stay.
 *
 * <pre>{@code
 * FilteredRelation<AuthorFields, PostFields> good = FilteredRelation.of(AuthorFields::posts, p -> p.rating.gt(4));
 * authors.filter(a -> good.of(a).id.isNull())   // LEFT JOIN post t1 ON t1.author_id = t0.id AND t1.rating > $1
 * }</pre>
 *
 * <p>Make it once and use it in as many lambdas as speak of the same join.
 *
 * @param <F> the fields of the row that has the relation
 * @param <G> the fields of the rows that it leads to
 */
public final class FilteredRelation<F extends Fields<F>, G extends Fields<G>> {
    private final Function<F, G> relation;
    private final Function<G, Condition> condition;
    private @Nullable Relation filtered;

    private FilteredRelation(Function<F, G> relation, Function<G, Condition> condition) {
        this.relation = relation;
        this.condition = condition;
    }

    /** The related rows for which the condition holds; it speaks of their own columns. */
    public static <F extends Fields<F>, G extends Fields<G>> FilteredRelation<F, G> of(
            Function<F, G> relation, Function<G, Condition> condition) {
        return new FilteredRelation<>(
                Objects.requireNonNull(relation, "relation"), Objects.requireNonNull(condition, "condition"));
    }

    /** The fields of those rows of this row. */
    @SuppressWarnings("unchecked") // a table makes the fields that belong to it
    public G of(F row) {
        if (!(relation.apply(row).path() instanceof Path.Step step)) {
            throw new IllegalArgumentException("A filtered relation of the row itself: name one of its relations");
        }
        return (G) step.table().fields(new Path.Step(step.from(), filtered(step.relation())));
    }

    @SuppressWarnings("unchecked") // a relation's target makes the fields that the condition takes
    private synchronized Relation filtered(Relation all) {
        Relation known = filtered;
        if (known == null) {
            known = all.filtered(fields -> condition.apply((G) fields));
            filtered = known;
        }
        return known;
    }
}
