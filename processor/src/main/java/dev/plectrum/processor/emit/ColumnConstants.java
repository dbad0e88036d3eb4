package dev.plectrum.processor.emit;

import dev.plectrum.processor.model.AnyField;
import dev.plectrum.processor.model.ColumnField;
import dev.plectrum.processor.model.Field;
import dev.plectrum.processor.model.ModelDef;
import dev.plectrum.processor.model.RelationField;
import dev.plectrum.processor.model.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The names of a mapping's column constants: {@code CREATED_AT} of {@code createdAt}. */
final class ColumnConstants {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> relations = new HashMap<>();

    ColumnConstants(ModelDef model) {
        Set<String> taken = new HashSet<>(
                List.of("WRITTEN_BY", "INSTANCE", "SUPER", "FROM", "SELECT", "INSERT", "UPDATE", "DELETE", "OWN"));
        // In a shared table, what all models have comes first: it has the same name in each of them.
        List<Field> shared =
                model.kind().isPresent() ? model.shared() : model.withoutKinds().fields();
        add(shared, taken);
        add(model.fields().subList(shared.size(), model.fields().size()), taken);
    }

    private void add(List<Field> fields, Set<String> taken) {
        for (ColumnField column : Field.columnsOf(fields)) {
            String name = Words.constant(column.name());
            while (!taken.add(name)) {
                name += "_COLUMN";
            }
            names.put(column.name(), name);
        }
        for (Field field : fields) {
            if (field instanceof AnyField any) {
                String name = "TO_" + Words.constant(any.name());
                while (!taken.add(name)) {
                    name += "_RELATION";
                }
                relations.put(any.name(), name);
            }
            if (!(field instanceof RelationField relation)) {
                continue;
            }
            String name = (relation.kind().isStored() ? "TO_" : "") + Words.constant(relation.name());
            while (!taken.add(name)) {
                name += "_RELATION";
            }
            relations.put(relation.name(), name);
        }
    }

    /** The constant of a relation: {@code TO_CATEGORY}, or {@code TAGS}. */
    String of(RelationField relation) {
        return Objects.requireNonNull(relations.get(relation.name()));
    }

    /** The constant of a reference to rows of several models: {@code TO_TARGET}. */
    String of(AnyField any) {
        return Objects.requireNonNull(relations.get(any.name()));
    }

    String of(ColumnField column) {
        return Objects.requireNonNull(names.get(column.name()));
    }
}
