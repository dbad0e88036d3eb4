package dev.plectrum.orm.error;

import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Translates what PostgreSQL says of a broken constraint into the names that users gave their fields. */
@FunctionalInterface
public interface FieldNames {
    /** Knows no models: fields are called by their columns. */
    FieldNames COLUMNS = (table, constraint, columns) -> columns;

    /** Knows the models on the class path. */
    static FieldNames ofModels() {
        return ServiceLoader.load(FieldNames.class, FieldNames.class.getClassLoader())
                .findFirst()
                .orElse(COLUMNS);
    }

    /**
     * The fields concerned; the columns themselves, or nothing, where the table is not a model's.
     *
     * @param table the table as PostgreSQL names it, without its schema
     * @param constraint the constraint's name, which alone tells for a check
     * @param columns the columns PostgreSQL named, perhaps none
     */
    List<String> fields(@Nullable String table, @Nullable String constraint, List<String> columns);
}
