package dev.plectrum.processor.model;

import java.util.List;
import java.util.Optional;

/** What {@code @Exclude} says. */
public record ExcludeDef(
        String name,
        List<Element> elements,
        String method,
        Optional<ExpressionDef> where,
        String deferrable,
        Place place) {
    /** Copies the elements. */
    public ExcludeDef {
        elements = List.copyOf(elements);
    }

    /**
     * One thing that is compared.
     *
     * @param written the whole element
     * @param expression what is compared
     * @param operator how; empty if the element does not say
     */
    public record Element(String written, ExpressionDef expression, String operator, Place place) {}
}
