package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;

/** What {@code @Unique} says. */
public record UniqueDef(
        String name,
        List<Named> fields,
        List<ExpressionDef> expressions,
        Optional<ExpressionDef> where,
        boolean nullsDistinct,
        String deferrable,
        Place place) {
    /** Copies the lists. */
    public UniqueDef {
        fields = List.copyOf(fields);
        expressions = List.copyOf(expressions);
    }

    /** Whether it must be an index: PostgreSQL's constraints know neither expressions nor conditions. */
    public boolean isIndex() {
        return !expressions.isEmpty() || where.isPresent();
    }
}
