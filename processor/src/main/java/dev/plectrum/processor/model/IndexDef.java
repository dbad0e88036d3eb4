package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;

/** What {@code @Index} says. */
public record IndexDef(
        String name,
        List<Named> fields,
        List<ExpressionDef> expressions,
        Optional<ExpressionDef> where,
        List<Named> include,
        String method,
        Place place,
        Place methodPlace) {
    /** Copies the lists. */
    public IndexDef {
        fields = List.copyOf(fields);
        expressions = List.copyOf(expressions);
        include = List.copyOf(include);
    }
}
