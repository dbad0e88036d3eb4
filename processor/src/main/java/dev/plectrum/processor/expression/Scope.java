package dev.plectrum.processor.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields that an expression may name: those of one row of one model. */
public final class Scope {
    private final String model;
    private final Map<String, ScopeField> fields = new LinkedHashMap<>();

    private Scope(String model, List<ScopeField> fields) {
        this.model = model;
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    /** The fields of the model of this name, in the order in which errors should list them. */
    public static Scope of(String model, List<ScopeField> fields) {
        return new Scope(model, fields);
    }

    /** The name of the model, as errors call it. */
    public String model() {
        return model;
    }

    Optional<ScopeField> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Optional<ScopeField> findByColumn(String column) {
        return fields.values().stream()
                .filter(field -> field.column().equals(column))
                .findFirst();
    }

    boolean hasConstant(String name) {
        return fields.values().stream()
                .anyMatch(field -> field.type().type().constants().contains(name));
    }

    Set<String> names() {
        return fields.keySet();
    }
}
