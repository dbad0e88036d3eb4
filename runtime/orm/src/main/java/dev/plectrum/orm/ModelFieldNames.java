package dev.plectrum.orm;

import dev.plectrum.orm.error.FieldNames;
import dev.plectrum.orm.error.GeneratedCodeError;
import dev.plectrum.orm.query.ColumnDef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the fields of all models on the class path. Found as a service, because errors must know nothing of models. */
public final class ModelFieldNames implements FieldNames {
    private volatile @Nullable Map<String, List<Mapping<?, ?, ?>>> byTable;

    /** For {@link java.util.ServiceLoader}. */
    public ModelFieldNames() {}

    @Override
    public List<String> fields(@Nullable String table, @Nullable String constraint, List<String> columns) {
        if (table == null) {
            return columns;
        }
        for (Mapping<?, ?, ?> mapping : known().getOrDefault(table, List.of())) {
            Optional<List<String>> fields = fields(mapping, columns);
            if (fields.isPresent()) {
                return fields.get();
            }
        }
        return columns;
    }

    /** The fields of all of these columns; empty if the table has not all of them, because it is another schema's. */
    private static Optional<List<String>> fields(Mapping<?, ?, ?> mapping, List<String> columns) {
        List<String> fields = new ArrayList<>();
        for (String column : columns) {
            Optional<ColumnDef<?>> found = mapping.columns().stream()
                    .filter(def -> def.column().equals(column))
                    .findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            // A reference to a key of several columns is one field.
            if (!fields.contains(found.get().field())) {
                fields.add(found.get().field());
            }
        }
        return Optional.of(fields);
    }

    private Map<String, List<Mapping<?, ?, ?>>> known() {
        Map<String, List<Mapping<?, ?, ?>>> known = byTable;
        if (known == null) {
            // Two threads may make it twice; either is as good.
            known = read();
            byTable = known;
        }
        return known;
    }

    private static Map<String, List<Mapping<?, ?, ?>>> read() {
        Map<String, List<Mapping<?, ?, ?>>> tables = new HashMap<>();
        try {
            for (ModelRegistry registry : GeneratedCode.registries(ModelFieldNames.class.getClassLoader())) {
                for (Mapping<?, ?, ?> mapping : registry.mappings()) {
                    tables.computeIfAbsent(bare(mapping.sqlName()), name -> new ArrayList<>())
                            .add(mapping);
                }
            }
        } catch (GeneratedCodeError brokenBuild) {
            // Said where models are used. Here something else went wrong, which must not be hidden: columns will do.
            return Map.of();
        }
        return tables;
    }

    /** The table's name as PostgreSQL's errors have it: without its schema and quotes. */
    private static String bare(String sqlName) {
        String name = sqlName.endsWith("\"")
                ? sqlName.substring(sqlName.lastIndexOf('"', sqlName.length() - 2))
                : sqlName.substring(sqlName.lastIndexOf('.') + 1);
        return name.replace("\"", "");
    }
}
