package dev.plectrum.orm.query;

import java.util.Objects;

/**
 * Where a column is found: in the row that a lambda was given, or by following relations from there.
 *
 * <p>A lambda's row is known by how deep its lambda stands inside others: a row given at level 0 is the outermost query's, one
 * given at level 1 belongs to a query written inside that query's lambda, and so on. So {@code p} and {@code c} in
 * {@code posts.filter(p -> comments.filter(c -> c.postId.eq(p.id)).exists())} differ although neither knows the other, and the
 * same rows can be handed to every query: writing one allocates no columns.
 */
public sealed interface Path {
    /** The table that this path ends in. */
    Table table();

    /** How deep the lambda stands whose row this path starts from. */
    int level();

    /** Whether a row at the end of this path may be missing. */
    boolean optional();

    /** The row that a lambda was given. */
    record Root(Table table, int level) implements Path {
        @Override
        public boolean optional() {
            return false;
        }
    }

    /** One relation further. */
    record Step(Path from, Relation relation) implements Path {
        @Override
        public Table table() {
            return relation.target();
        }

        @Override
        public int level() {
            return from.level();
        }

        @Override
        public boolean optional() {
            return from.optional() || relation.optional();
        }

        /** Whether this step leads to the same rows as another one, so that one join serves both. */
        public boolean joinsAs(Step other) {
            return relation.findsAs(other.relation)
                    && (from instanceof Step before
                            ? other.from instanceof Step others && before.joinsAs(others)
                            : from.equals(other.from));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Step step && relation == step.relation && from.equals(step.from);
        }

        @Override
        public int hashCode() {
            return 31 * from.hashCode() + System.identityHashCode(relation);
        }
    }

    /** The row this path starts from. */
    default Root root() {
        Path start = this;
        while (start instanceof Step step) {
            start = step.from();
        }
        return (Root) start;
    }

    /** Throws if this is not the lambda's own row: what is written is a column of that, and so is what {@code only} reads. */
    default void requireOwn(String field) {
        if (!(this instanceof Root)) {
            throw new IllegalArgumentException(
                    field + " is no column of the row itself, but of one that it leads to. Name the"
                            + " row's own columns here, and write the other by its own query set");
        }
    }

    /** Whether there may be several rows at the end of this path. */
    default boolean many() {
        return this instanceof Step step && (step.relation.many() || step.from.many());
    }

    /** The path that follows a relation from the end of this one. */
    default Path to(Relation relation) {
        return new Step(this, Objects.requireNonNull(relation));
    }

    /** The path that follows a relation through a table of its own. */
    default Path to(JoinTable through) {
        return to(through.toNear()).to(through.toFar());
    }
}
